import type { ImpactFilter } from '@oeuvre/domain/impact/schema'
import { storiesBehind, storiesOfSeries, storiesOfTeam } from '@oeuvre/domain/impact/stories/rules'
import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { formatListFilter, parseListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSomeone, type Someone } from '../../../test/factories.ts'
import { type Api, settled, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'

let api: Api
let house: House
let people: Someone[]

// Deterministic: the same year every time.
let state = 11
const random = (n: number) => {
  state = (state * 48271) % 2147483647
  return state % n
}

beforeAll(async () => {
  api = await startApi({ hasJobs: true })
  house = await makeHouse(api)
  const { tenant, teams } = house
  const alone = await makeSomeone(api, tenant, 'Nobody’s')
  const leaver = await makeSomeone(api, tenant, 'Lee', { teamId: teams.research })
  people = [house.aicha, house.jonas, house.colleague, leaver, alone]
  const types = ['client-won', 'opportunity-found', 'hire-made'].map(house.type)
  const channels = ['linkedin', 'phone', 'x'].map(house.channel)
  const verifiers = [house.claire, house.samuel, house.dora, house.reviewer]
  for (let i = 0; i < 70; i++) {
    const lead = people[random(5)]!
    const others = people.filter((p) => p !== lead && random(3) === 0)
    const typeId = types[random(3)]!
    const { id, version } = await lead.call.outcomes.log.mutate({
      outcome: house.draft({
        title: `Result ${i}`,
        typeId,
        occurredOn: `2026-${String(1 + random(8)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`,
        value:
          typeId === house.type('hire-made') || random(4) === 0
            ? null
            : { amount: String(random(9000)), currency: 'EUR', decimalMark: '.' },
        channels: channels.filter(() => random(2) === 0).map((channelId) => ({ channelId })),
        contributors: [
          { personId: lead.personId, role: 'lead', weight: 1 + random(3) },
          ...others.map((p) => ({ personId: p.personId, role: 'support' as const, weight: random(3) })),
        ],
        evidence: [],
      }),
      version: null,
    })
    if (random(6) === 0) continue // waits
    for (const verifier of verifiers) {
      const { can } = await verifier.call.outcomes.get.query({ id }).catch(() => ({ can: { verify: false } }))
      if (!can.verify) continue
      const { outcomes } = await verifier.call.review.verify.mutate({ ids: [{ id, version }] })
      if (random(8) === 0) await verifier.call.review.reopen.mutate({ ids: [{ id, version: outcomes[0]!.version }], words: 'once more' })
      break
    }
  }
  // Teams as they were said later to have been.
  const administer = tenant.administrator.call.people
  await administer.move.mutate({ ids: [house.jonas.personId], teamId: teams.sales, from: '2026-04-15' })
  await administer.move.mutate({ ids: [house.colleague.personId], teamId: null, from: '2026-06-10' })
  await administer.move.mutate({ ids: [house.colleague.personId], teamId: teams.export, from: '2026-07-10' })
  await administer.moveTeam.mutate({ id: teams.export, parentId: teams.direction, from: '2026-05-01' })
  await administer.end.mutate({ id: leaver.personId, leftOn: '2026-08-20' })
  await settled(api)
}, 120_000)
afterAll(() => api.stop())

/** All that the link of a figure leads to, page by page, as the list reads it from the address. */
async function follow(who: Someone, filter: ListFilter | null) {
  if (filter === null) return []
  const asked = parseListFilter(formatListFilter(filter))
  const items = []
  for (let cursor: string | undefined; ; ) {
    const page = await who.call.outcomes.list.query({ ...asked, cursor, limit: 20 })
    items.push(...page.items)
    if (page.nextCursor === null) return items
    cursor = page.nextCursor
  }
}

type Reader = 'executive' | 'dora' | 'samuel' | 'rolf'
const periods = ['year:2026', 'quarter:2026-Q2', '2026-02-11..2026-04-20', '2026-06-05..2026-07-15']
const slices: Record<string, () => ImpactFilter> = {
  whole: () => ({}),
  'one type': () => ({ type: [house.type('client-won')] }),
  'two sides': () => ({ side: ['both', 'conventional'] }),
  'a channel': () => ({ channel: [house.channel('linkedin')] }),
  'two channels': () => ({ channel: [house.channel('phone'), house.channel('x')], by: 'side' }),
  'a team': () => ({ team: house.teams.sales }),
  'a team and a type': () => ({ team: house.teams.export, type: [house.type('client-won'), house.type('hire-made')], by: 'none' }),
}

/** Every figure of a page beside what its link leads to. */
async function compare(who: Someone, filter: ImpactFilter) {
  const page = await who.call.impact.page.query(filter)
  const figures: [string, Promise<number>, number][] = []
  const opens = (name: string, figure: number, more: Partial<ListFilter> = {}, days: { from: string; to: string } = page.period) =>
    figures.push([name, follow(who, storiesBehind(filter, days, more)).then((list) => list.length), figure])
  opens('headline', page.headline.now.outcomes)
  for (const row of page.types) opens(`type ${row.type.code}`, row.outcomes, { type: [row.type.id] })
  for (const row of page.teams) opens(`team ${row.name}`, row.outcomes, storiesOfTeam(row))
  for (const row of page.sides) opens(`side ${row.side}`, row.outcomes, { side: [row.side] })
  for (const row of page.channels) opens(`channel ${row.channel.code}`, row.outcomes, { channel: [row.channel.id] })
  const counted = await Promise.all(figures.map(async ([name, list, figure]) => [name, await list, figure] as const))
  expect(counted.map(([name, list]) => [name, list])).toEqual(counted.map(([name, , figure]) => [name, figure]))
  await comparePoints(who, filter, page)
  return page.headline.now.outcomes
}

/** Points carry shares: the whole organization's add up to the stories, anybody's are none where there is no story. */
async function comparePoints(who: Someone, filter: ImpactFilter, page: Awaited<ReturnType<Someone['call']['impact']['page']['query']>>) {
  const { buckets, cells, by } = page.overTime
  const keys = [...new Set(cells.map((c) => c.key))]
  const isWhole = page.scope === 'organization' && !filter.team && !filter.person
  await Promise.all(
    buckets.flatMap((days, bucket) =>
      keys.map(async (key) => {
        const list = await follow(who, storiesBehind(filter, days, storiesOfSeries(by, key ? [key] : [])))
        const results = Number(cells.find((c) => c.bucket === bucket && c.key === key)?.resultsBp ?? 0) / 10_000
        const name = `${days.key} ${key}`
        if (isWhole) expect([name, list.length]).toEqual([name, results])
        else expect([name, list.length >= results, list.length === 0]).toEqual([name, true, results === 0])
      }),
    ),
  )
}

const readers: readonly Reader[] = ['executive', 'dora', 'samuel', 'rolf']
test.each(readers)(
  'each figure that %s reads opens onto as many stories',
  async (reader) => {
    let stories = 0
    for (const [i, slice] of Object.values(slices).entries()) {
      const filter = slice()
      const isOutside = reader === 'rolf' && filter.team !== undefined
      if (isOutside || (reader === 'samuel' && filter.team === house.teams.export)) continue
      const asked = reader === 'executive' && i < 4 ? [periods[0]!, periods[1 + (i % 3)]!] : [periods[i % 4]!]
      for (const period of asked) stories += await compare(house[reader], { ...filter, period })
    }
    expect(stories).toBeGreaterThan(reader === 'rolf' ? 0 : 30)
  },
  120_000,
)

test('so do the figures of one person, for themself and for who leads them', async () => {
  const person = house.jonas.personId
  expect(await compare(house.samuel, { person, period: 'year:2026' })).toBeGreaterThan(3)
  expect(await compare(house.dora, { person, team: house.teams.research, period: 'year:2026' })).toBeGreaterThan(0)
})

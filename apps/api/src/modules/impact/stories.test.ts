import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import { platforms } from '@oeuvre/domain/accounts/platforms/schema'
import { consentTextVersion } from '@oeuvre/domain/accounts/schema'
import type { ImpactFilter } from '@oeuvre/domain/impact/schema'
import {
  type Opened,
  storiesBehind,
  storiesOfEstimate,
  storiesOfName,
  storiesOfPlatform,
  storiesOfPrograms,
  storiesOfPromise,
  storiesOfSeries,
  storiesOfTarget,
  storiesOfTeam,
  storiesOfWait,
  storiesUnconverted,
} from '@oeuvre/domain/impact/stories/rules'
import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { formatListFilter, parseListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSomeone, type Someone } from '../../../test/factories.ts'
import { type Api, settled, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { verifyRollups } from './queries/verify-rollups.ts'

let api: Api
let house: House
let people: Someone[]
let objectives: string[]
let programs: string[]

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
  await tenant.administrator.call.organizations.saveSettings.mutate({ smallestGroup: 3 })
  const accounts = await Promise.all(people.map((owner, i) => register(owner, `https://www.linkedin.com/in/stories-${i}`)))
  for (const owner of people.slice(0, 3)) await register(owner, `https://x.com/stories_${people.indexOf(owner)}`)
  await register(house.aicha, 'https://github.com/stories-alone') // one owner: withheld, and the next smallest with it
  const types = ['client-won', 'opportunity-found', 'hire-made'].map(house.type)
  objectives = await makeObjectives()
  programs = await makePrograms()
  const channels = ['linkedin', 'phone', 'x'].map(house.channel)
  const verifiers = [house.claire, house.samuel, house.dora, house.reviewer]
  for (let i = 0; i < 54; i++) {
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
            : { amount: String(random(9000)), currency: random(9) === 0 ? 'JPY' : 'EUR', decimalMark: '.' },
        channels: channels
          .filter(() => random(2) === 0)
          .map((channelId) => ({
            channelId,
            accountId: channelId === channels[0] && random(3) > 0 ? accounts[people.indexOf(lead)]! : null,
          })),
        skillId: random(3) === 0 ? null : house.vocabulary.skills[random(3)]!.id,
        objectiveId: objectives[i % 4] ?? null,
        programId: programs[i % 5] ?? null,
        firstTouchOn: random(3) === 0 ? '2025-12-01' : null,
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
})
afterAll(() => api.stop())

const consent = { accepted: true, textVersion: consentTextVersion }
const register = async (owner: Someone, address: string) =>
  (await owner.call.accounts.register.mutate({ id: randomUUID(), address, purpose: 'work', visibility: 'managers', consent })).id

/** A year of the whole, below it half a year of one type, beside them a team's value. */
async function makeObjectives(): Promise<string[]> {
  const made: string[] = []
  const ownerId = house.executive.personId
  const all = [
    { teamId: null, measure: 'results' as const, typeIds: [], to: '2026-12-31', target: '90' },
    { teamId: null, measure: 'results' as const, typeIds: [house.type('client-won')], to: '2026-06-20', target: '3' },
    { teamId: house.teams.research, measure: 'value' as const, typeIds: [], to: '2026-12-31', target: '20000' },
  ]
  for (const [i, one] of all.entries()) {
    const input = {
      ...one,
      id: randomUUID(),
      version: null,
      parentId: i === 1 ? made[0]! : null,
      title: `Aim ${i}`,
      why: '',
      from: '2026-01-01',
      ownerId,
    }
    made.push((await house.executive.call.objectives.save.mutate(input)).id)
  }
  return made
}

/** Two targeted, one for everybody; of the last a third take part. */
async function makePrograms(): Promise<string[]> {
  const made: string[] = []
  const days = { from: '2026-01-01', to: '2026-12-31' }
  const blank = { version: null, why: '', objectiveId: null, channelIds: [], coachIds: [], waves: 1, budget: '900', hours: 10 }
  for (const [i, form] of (['targeted', 'targeted', 'mass'] as const).entries()) {
    const ownerId = i === 0 ? house.samuel.personId : house.executive.personId
    const input = { ...blank, ...days, id: randomUUID(), title: `Program ${i}`, form, ownerId }
    const { id } = await house.executive.call.programs.save.mutate(input)
    for (const who of people.slice(0, 4 - i)) await who.call.programs.join.mutate({ id, accountIds: [] })
    made.push(id)
  }
  return made
}

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
  whole: () => ({ by: 'skill' }),
  'one type': () => ({ type: [house.type('client-won')], by: 'team', grain: 'week' }),
  'two sides': () => ({ side: ['both', 'conventional'], rung: [4], by: 'channel' }),
  'a channel': () => ({ channel: [house.channel('linkedin')], skill: [house.vocabulary.skills[0]!.id], grain: 'quarter' }),
  'two channels': () => ({ channel: [house.channel('phone'), house.channel('x')], by: 'side' }),
  'a team': () => ({ team: house.teams.sales, by: 'team' }),
  'today’s chart': () => ({ chart: 'today', by: 'team' }),
  'a team of today’s chart': () => ({ chart: 'today', team: house.teams.sales, by: 'team', grain: 'week' }),
  'an objective': () => ({ objective: [objectives[1]!], by: 'objective' }),
  'a team and a type': () => ({ team: house.teams.export, type: [house.type('client-won'), house.type('hire-made')], by: 'none' }),
}

type Page = Awaited<ReturnType<Someone['call']['impact']['page']['query']>>
type Mark = readonly [name: string, figure: number, more: Opened]

/** Every mark of every part that stands for a number of results, and what it opens. */
function marksOf(page: Page): Mark[] {
  const named = (['skill', 'program', 'objective'] as const).flatMap((what) =>
    page[`${what}s`].map((row): Mark => [`${what} ${row.id}`, row.outcomes, storiesOfName(what, row.id)]),
  )
  const estimates = (['size', 'days', 'conversion'] as const).flatMap((what) =>
    (['social', 'conventional'] as const).map(
      (side): Mark => [`${what} ${side}`, page.comparison[what]?.[side].cases ?? -1, storiesOfEstimate(what, side)],
    ),
  )
  const { bins, kept } = page.timeToVerify
  return [
    ['headline', page.headline.now.outcomes, {}],
    ...page.types.map((row): Mark => [`type ${row.type.code}`, row.outcomes, { type: [row.type.id] }]),
    ...page.teams.map((row): Mark => [`team ${row.name}`, row.outcomes, storiesOfTeam(row)]),
    ...page.sides.map((row): Mark => [`side ${row.side}`, row.outcomes, { side: [row.side] }]),
    ...page.channels.map((row): Mark => [`channel ${row.channel.code}`, row.outcomes, { channel: [row.channel.id] }]),
    ...named,
    ...estimates.filter(([, cases]) => cases >= 0),
    ['verified', page.howSure.verified.outcomes, { rung: [4] }],
    ['matched', page.howSure.matched.outcomes, { rung: [5] }],
    ...bins.map((bin): Mark => [`after ${bin.from} days`, bin.outcomes, storiesOfWait(bin)]),
    ['by people', kept.of, storiesOfWait({ from: 0, to: null })],
    ['kept', kept.outcomes, storiesOfPromise('kept')],
    ['late', kept.of - kept.outcomes, storiesOfPromise('late')],
    ...page.notConverted.map((row): Mark => [`in ${row.currency}`, row.outcomes, storiesUnconverted(row.currency)]),
  ]
}

/** What counts towards an objective lies in its own days, up to the page's end. */
async function compareTargets(who: Someone, filter: ImpactFilter, page: Page) {
  for (const row of page.targets) {
    const list = await follow(who, storiesBehind(filter, { from: row.from, to: row.until }, storiesOfTarget(row)))
    expect([row.title, list.length]).toEqual([row.title, row.outcomes])
    if (row.outcomes > 0) seen.add('target')
  }
}

/** Programs are told whole, whatever the slice; their lists too. Of a past day, what was reopened since is for those concerned. */
async function compareCohorts(who: Someone, filter: ImpactFilter, { cohorts }: Page, reopened = 0) {
  const rows = [...cohorts.forms, ...cohorts.programs.map((row) => ({ ...row, programIds: [row.id] }))]
  expect(rows.length).toBe(5)
  const lists = await inBatches(rows, (row) => follow(who, storiesOfPrograms(filter, row)))
  const missing = rows.map((row, at) => row.outcomes - lists[at]!.length)
  expect([Math.min(...missing), Math.max(...missing) <= reopened]).toEqual([0, true])
  if (rows.every((row) => row.outcomes > 0)) seen.add('cohort')
}

/** Every figure of a page beside what its link leads to. */
async function compare(who: Someone, filter: ImpactFilter) {
  const page = await who.call.impact.page.query(filter)
  const marks = marksOf(page)
  const lists = await inBatches(marks, ([, , more]) => follow(who, storiesBehind(filter, page.period, more)))
  expect(marks.map(([name], at) => [name, lists[at]!.length])).toEqual(marks.map(([name, figure]) => [name, figure]))
  await comparePoints(who, filter, page)
  await compareTargets(who, filter, page)
  if (filter.by === 'skill' || filter.by === 'objective') await compareCohorts(who, filter, page)
  await comparePresence(who, filter, page)
  for (const [name] of marks) seen.add(name.split(' ')[0]!)
  return page.headline.now.outcomes
}
const seen = new Set<string>()

/** A batch is one address, and addresses have an end. */
async function inBatches<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let at = 0; at < items.length; at += 10) done.push(...(await Promise.all(items.slice(at, at + 10).map(run))))
  return done
}

/** Points carry shares: the whole organization's add up to the stories, anybody's are none where there is no story. */
async function comparePoints(who: Someone, filter: ImpactFilter, page: Page) {
  const { buckets, cells, by } = page.overTime
  expect(cells.every((cell) => BigInt(cell.resultsBp) >= 0n)).toBe(true) // no share is in two series
  const keys = [...new Set(cells.map((c) => c.key))]
  // As when many small series are drawn as one.
  const groups = [...keys.map((key) => [key]), ...(keys.length > 2 ? [keys.slice(1)] : [])]
  const isWhole = page.scope === 'organization' && !filter.team && !filter.person && by !== 'team'
  const points = buckets.flatMap((days, bucket) => groups.map((group) => ({ days, bucket, group })))
  await inBatches(points, async ({ days, bucket, group }) => {
    const list = await follow(who, storiesBehind(filter, days, storiesOfSeries(page.overTime, group, keys)))
    const own = cells.filter((c) => c.bucket === bucket && group.includes(c.key))
    const results = own.reduce((sum, c) => sum + Number(c.resultsBp), 0) / 10_000
    const name = `${by} ${days.key} ${group.join(' ')}`
    if (isWhole && (by !== 'channel' || group.length === 1)) expect([name, list.length]).toEqual([name, results])
    else expect([name, list.length >= results || by === 'channel', list.length === 0]).toEqual([name, true, results === 0])
  })
}

/** Accounts are not results: there are stories where an account led to one, and none where none did. A withheld cell has no way. */
async function comparePresence(who: Someone, filter: ImpactFilter, page: Page) {
  for (const row of page.presence.platforms) {
    if (row.isSuppressed) expect([row.registered, row.active, row.led]).toEqual([null, null, null])
    else {
      const platform = platforms.find((one) => one === row.platform)!
      const list = await who.call.outcomes.list.query(storiesOfPlatform(filter, page.period, platform))
      expect([row.platform, list.items.length > 0]).toEqual([row.platform, row.led! > 0])
      seen.add('led')
    }
  }
}

/** Each slice by whom the whole is open to, and by one of those who see less, in turn: what sees whom is the same for all slices. */
const readers: readonly Reader[] = ['executive', 'dora', 'samuel', 'rolf']
test.each(readers)('each figure that %s reads opens onto as many stories', async (reader) => {
  let stories = 0
  for (const [i, slice] of Object.values(slices).entries()) {
    const filter = slice()
    const isOutside = filter.team !== undefined && (reader === 'rolf' || (reader === 'samuel' && filter.team === house.teams.export))
    const isTheirs = reader === 'executive' || i % 3 === readers.indexOf(reader) - 1
    if (isOutside || !isTheirs) continue
    const asked = reader === 'executive' && i < 2 ? [periods[0]!, periods[1 + i]!] : [periods[i % 4]!]
    for (const period of asked) stories += await compare(house[reader], { ...filter, period })
  }
  expect(stories).toBeGreaterThan(reader === 'executive' ? 60 : 0)
})

test('what a team brought while it stood below another is in that one’s series alone, and the series add up', async () => {
  const { sales, export: moved } = house.teams // below sales until the end of April, beside it since
  for (const grain of ['month', 'week'] as const) {
    const { overTime, headline, teams } = await house.executive.call.impact.page.query({ period: 'year:2026', by: 'team', grain })
    expect(overTime.above).toEqual({ [moved]: [sales] })
    const of = (cells: typeof overTime.cells) => cells.reduce((sum, cell) => sum + BigInt(cell.resultsBp), 0n)
    expect(of(overTime.cells).toString()).toBe(headline.now.resultsBp)
    const [below, beside] = [true, false].map((isBefore) =>
      overTime.cells.filter(({ key, bucket }) => key === moved && overTime.buckets[bucket]!.to < '2026-05-01' === isBefore),
    )
    expect(below).toEqual([])
    expect(beside!.length).toBeGreaterThan(0)
    // The table of teams counts what its people did, wherever it stood.
    expect(BigInt(teams.find((row) => row.teamId === moved)!.resultsBp)).toBeGreaterThan(of(beside!))
  }
})

test('by today’s chart a team has what it brought wherever it stood, and the one above it then has none of it', async () => {
  const { sales, export: moved } = house.teams
  const pageOf = (filter: ImpactFilter) => house.executive.call.impact.page.query({ period: 'year:2026', by: 'team', ...filter })
  const [then, now, wasAbove] = [await pageOf({}), await pageOf({ chart: 'today' }), await pageOf({ chart: 'today', team: sales })]
  const resultsOf = (page: Page, id: string) => BigInt(page.teams.find((row) => row.teamId === id)!.resultsBp)
  const drawn = (page: Page) => page.overTime.cells.reduce((sum, cell) => sum + (cell.key === moved ? BigInt(cell.resultsBp) : 0n), 0n)
  expect([now.overTime.above, drawn(now), now.headline]).toEqual([{}, resultsOf(then, moved), then.headline])
  expect(resultsOf(then, sales) - resultsOf(now, sales)).toBe(resultsOf(then, moved) - drawn(then))
  expect(BigInt(wasAbove.headline.now.resultsBp)).toBe(resultsOf(now, sales))
})

test('so do the figures of one person, for themself and for who leads them', async () => {
  const person = house.jonas.personId
  expect(await compare(house.samuel, { person, period: 'year:2026' })).toBeGreaterThan(3)
  expect(await compare(house.dora, { person, team: house.teams.research, period: 'year:2026' })).toBeGreaterThan(0)
})

test('as of a day in the past the list is of what stood then, whatever came of it', async () => {
  const organizationId = house.tenant.organizationId
  const owner = new pg.Client({ connectionString: api.ownerUrl })
  await owner.connect()
  await owner.query(`ALTER TABLE credit DISABLE TRIGGER USER; SELECT set_config('app.organization_id', '${organizationId}', false);
    UPDATE credit SET recorded_at = recorded_at - interval '30 days'; ALTER TABLE credit ENABLE TRIGGER USER`)
  await owner.end()
  const period = 'year:2026'
  const asOf = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10)
  const before = await house.dora.call.impact.page.query({ period })
  const [first, second] = await follow(house.dora, storiesBehind({}, before.period))
  for (const { id, version } of [first!, second!])
    await house.dora.call.review.reopen.mutate({ ids: [{ id, version }], words: 'once more' })
  const now = await house.dora.call.impact.page.query({ period })
  const then = await house.dora.call.impact.page.query({ period, asOf })
  expect([now.headline.now.outcomes, then.headline.now.outcomes]).toEqual([before.headline.now.outcomes - 2, before.headline.now.outcomes])
  for (const slice of ['whole', 'two channels', 'a team', 'a team and a type']) {
    const filter = { ...slices[slice]!(), period, asOf }
    const page = await house.dora.call.impact.page.query(filter)
    const marks = marksOf(page)
    const lists = await inBatches(marks, ([, , more]) => follow(house.dora, storiesBehind(filter, page.period, more)))
    expect(marks.map(([name], at) => [name, lists[at]!.length])).toEqual(marks.map(([name, figure]) => [name, figure]))
    await compareTargets(house.dora, filter, page)
    if (slice === 'whole') await compareCohorts(house.dora, filter, page, 2)
  }
  // What was reopened is for those concerned again; to others it says nothing.
  const executive = await follow(house.executive, storiesBehind({ asOf }, before.period))
  expect(executive.some(({ id }) => id === first!.id)).toBe(false)
})

test('who sees no values and no history learns neither by filtering', async () => {
  const all = { state: ['verified' as const], from: '2026-01-01', to: '2026-12-31' }
  expect((await house.aicha.call.outcomes.list.query(all)).items.length).toBeGreaterThan(10)
  const asked = [
    { valued: true },
    { unconverted: 'JPY' },
    { touched: true },
    { verifyDays: '0..' },
    { promise: 'kept' as const },
    { asOf: '2026-06-01' },
  ]
  for (const more of asked) expect((await house.aicha.call.outcomes.list.query({ ...all, ...more })).items).toEqual([])
})

test('beside an account stands what became of the result that names it, whatever happens to that', async () => {
  const { organizationId } = house.tenant
  const { presence } = await house.executive.call.impact.page.query({ period: 'year:2026' })
  expect(presence.platforms.find((one) => one.platform === 'linkedin')?.led).toBeGreaterThan(2)
  await write(api.db, organizationId, async (tx) => {
    const named = sql`SELECT outcome_id FROM outcome_channel WHERE account_id IS NOT NULL ORDER BY outcome_id`
    await tx.run(sql`INSERT INTO evidence (organization_id, outcome_id, kind, account_id)
      SELECT organization_id, outcome_id, 'link', account_id FROM outcome_channel WHERE account_id IS NOT NULL AND outcome_id IN (${named} LIMIT 3)`)
    await tx.run(sql`UPDATE evidence SET outcome_id = (SELECT id FROM outcome WHERE state = 'submitted' LIMIT 1)
      WHERE outcome_id = (${named} LIMIT 1)`)
    await tx.run(sql`UPDATE outcome SET occurred_on = occurred_on - 400, state = 'withdrawn' WHERE id IN (${named} OFFSET 1 LIMIT 2)`)
  })
  expect((await verifyRollups(api.db, organizationId)).problems).toEqual([])
})

test('every kind of mark was there to be opened', () => {
  const kinds = 'headline type team side channel skill size days verified matched after by kept late in led objective program target cohort'
  expect([...seen].toSorted()).toEqual(kinds.split(' ').toSorted())
})

import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { standingOf } from '@oeuvre/domain/stage/rules'
import { type ChooseStoryInput, consentAnswers } from '@oeuvre/domain/stage/schema'
import { addDays } from '@oeuvre/domain/time/calendar'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, makeSomeone, makeTenant, type Someone } from '../../../test/factories.ts'
import { type Api, refusal, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { makeStage, type Stage } from '../../../test/stage-house.ts'
import { settleStories } from './commands/settle-stories.ts'

let api: Api
let house: House
let clock = new Date('2026-05-04T09:00:00Z')
let stage: Stage
let today: string
beforeAll(async () => {
  api = await startApi({ hasJobs: true }, () => clock)
  house = await makeHouse(api)
  stage = await makeStage(api, house)
  today = stage.today
})
afterAll(() => api.stop())

describe('who chooses', () => {
  test('managers within reach and executives, only what is verified, once, never what they took part in', async () => {
    const { id } = await stage.verified()
    const choose = (who: Someone, over: Partial<ChooseStoryInput> = {}) => refusal(who.call.stage.choose.mutate(stage.choice(id, over)))
    for (const who of [house.aicha, house.colleague, house.reviewer, house.tenant.administrator])
      expect(await choose(who)).toBe('forbidden')
    expect(await choose(house.samuel, { from: addDays(today, -1) })).toBe('last-day-over')
    expect(await choose(house.samuel, { until: addDays(today, -1) })).toBe('period-reversed')
    const own = house.draft({ contributors: [{ personId: house.claire.personId, role: 'lead', weight: 1 }] })
    const { version } = await house.claire.call.outcomes.log.mutate({ outcome: own, version: null })
    expect(await refusal(house.samuel.call.stage.choose.mutate(stage.choice(own.id)))).toBe('state-changed')
    await house.samuel.call.review.verify.mutate({ ids: [{ id: own.id, version }] })
    expect(await refusal(house.claire.call.stage.choose.mutate(stage.choice(own.id)))).toBe('own-result')
    // Rolf's people helped.
    const sent = stage.choice(id)
    expect(await house.rolf.call.stage.choose.mutate(sent)).toEqual(await house.rolf.call.stage.choose.mutate(sent))
    expect(await choose(house.executive)).toBe('already-on-stage')
    const stranger = (await makeTenant(api)).administrator
    expect(await refusal(stranger.call.stage.get.query({ id: sent.id }))).toBe('not-found')
    expect((await stranger.call.stage.list.query({ team: [house.teams.export], type: [house.type('client-won')] })).items).toEqual([])
  })
})

describe('consent', () => {
  test('nothing is read before everybody said yes; who said no is not told to anybody, nor kept in the log', async () => {
    const { aicha, jonas, samuel, colleague, executive, rolf } = house
    const { id } = await stage.chosen()
    const others = [colleague, samuel, executive, rolf, aicha]
    expect(await refusal(colleague.call.stage.get.query({ id }))).toBe('not-found')
    expect(await refusal(stage.say(colleague, id, 'named'))).toBe('not-found')
    expect((await jonas.call.stage.front.query()).asked.map((one) => one.id)).toContain(id)
    await stage.say(aicha, id, 'named')
    expect(await stage.onFront(colleague, id)).toBeUndefined()
    expect((await samuel.call.stage.front.query()).chosen.find((one) => one.id === id)).toMatchObject({
      place: 'waiting',
      asked: 2,
      answered: 1,
    })
    await stage.say(jonas, id, 'no')
    await stage.later()
    expect(await stage.told(samuel, id)).toEqual(['story-refused'])
    expect((await samuel.call.notifications.list.query({})).items.find((n) => n.story?.id === id)?.by).toBeNull()
    expect(await stage.told(jonas, id)).toEqual(['story-asked'])
    // The same pages, whichever of the two it was.
    const seen = () =>
      Promise.all(
        [samuel, rolf, executive].map(async (who) => [await who.call.stage.get.query({ id }), (await who.call.stage.front.query()).chosen]),
      )
    const jonasSaidNo = await seen()
    await stage.say(jonas, id, 'named')
    expect(await stage.onFront(colleague, id)).toMatchObject({ title: 'What Jonas found' })
    await stage.say(aicha, id, 'no')
    expect(await seen()).toEqual(jonasSaidNo)
    for (const who of others) expect(await stage.onFront(who, id)).toBeUndefined()
    const log = await read(api.db, house.tenant.organizationId, (tx) =>
      tx.rows<{ type: string; by: string | null; request: string | null }>(
        sql`SELECT type, actor_person_id AS by, request_id AS request FROM event WHERE subject_id = ${id}::uuid ORDER BY id`,
      ),
    )
    expect(log.slice(1)).toEqual(['story.refused', 'story.agreed', 'story.refused'].map((type) => ({ type, by: null, request: null })))
  })

  test('without my name: neither name nor text nor team gives them away', async () => {
    const { aicha, jonas, colleague, samuel } = house
    const { id } = await stage.chosen({ thanks: 'To Jonas, who stayed.', quote: '“Jonas, again!”' })
    await stage.say(aicha, id, 'named')
    await stage.say(jonas, id, 'unnamed')
    const card = await stage.onFront(colleague, id)
    expect(JSON.stringify(card)).not.toContain('Jonas')
    expect(JSON.stringify(card)).not.toContain(jonas.personId)
    expect(card).toMatchObject({
      title: 'What … found',
      teams: [{ name: 'Export' }],
      people: [
        { name: 'Aicha', role: 'lead' },
        { id: null, name: null, role: 'shadow', isThanked: true },
      ],
    })
    expect((await samuel.call.stage.get.query({ id })).isMasked).toBe(true)
    expect((await colleague.call.stage.list.query({ team: [house.teams.research] })).items.some((one) => one.id === id)).toBe(false)
    expect((await colleague.call.stage.list.query({ team: [house.teams.export] })).items.some((one) => one.id === id)).toBe(true)
  })

  test('who has left is not waited for and not named, whatever they had said', async () => {
    const gone = randomUUID()
    const { id, outcome } = await stage.chosen()
    await stage.say(house.aicha, id, 'named')
    await write(api.db, house.tenant.organizationId, async (tx) => {
      const org = sql`${house.tenant.organizationId}::uuid`
      await tx.run(
        sql`INSERT INTO person (organization_id, id, name, name_key, left_on) VALUES (${org}, ${gone}::uuid, 'Gone Girl', 'gone girl', NULL)`,
      )
      await tx.run(
        sql`UPDATE contributor SET person_id = ${gone}::uuid WHERE organization_id = ${org} AND outcome_id = ${outcome.id}::uuid AND role = 'shadow'`,
      )
      await tx.run(
        sql`UPDATE stage_consent SET person_id = ${gone}::uuid WHERE organization_id = ${org} AND story_id = ${id}::uuid AND answer IS NULL`,
      )
    })
    expect(await stage.onFront(house.colleague, id)).toBeUndefined()
    await write(api.db, house.tenant.organizationId, (tx) =>
      tx.run(sql`UPDATE person SET left_on = ${today}::date WHERE id = ${gone}::uuid`),
    )
    await settleStories(await contextOf(api, house.executive, clock))
    expect(await stage.onFront(house.colleague, id)).toMatchObject({ people: [{ name: 'Aicha' }, { name: null, isFormer: true }] })
  })

  test('the database and the rules agree on what everybody said', async () => {
    const { id, outcome } = await stage.chosen()
    const answer = fc.constantFrom(...consentAnswers, null)
    await fc.assert(
      fc.asyncProperty(answer, answer, async (a, b) => {
        const said = [[house.aicha.personId, a] as const, [house.jonas.personId, b] as const]
        const standing = await write(api.db, house.tenant.organizationId, async (tx) => {
          for (const [personId, one] of said)
            await tx.run(sql`UPDATE stage_consent SET answer = ${one}, answered_at = CASE WHEN ${one}::text IS NULL THEN NULL ELSE now() END
              WHERE story_id = ${id}::uuid AND person_id = ${personId}::uuid`)
          const org = sql`${house.tenant.organizationId}::uuid`
          const row = await tx.one<{ s: string }>(sql`SELECT stage_standing(${org}, ${id}::uuid, ${outcome.id}::uuid, ${today}::date) AS s`)
          return row?.s
        })
        expect(standing).toBe(standingOf(said.map(([personId, one]) => ({ personId, answer: one, isHere: true, isAsked: true }))))
      }),
      { numRuns: 16 },
    )
  })
})

describe('coming down', () => {
  test('with the result that is reopened, in the same moment, with a trace and a word to whoever chose it', async () => {
    const { id, outcome } = await stage.agreed()
    await stage.later()
    expect(await stage.told(house.samuel, id)).toEqual(['story-agreed'])
    await house.claire.call.review.reopen.mutate({ ids: [outcome], words: 'The order was cancelled.' })
    expect(await stage.onFront(house.colleague, id)).toBeUndefined()
    expect(await house.samuel.call.stage.get.query({ id })).toMatchObject({
      place: 'down',
      down: { cause: 'outcome' },
      can: { restore: false },
    })
    await stage.later()
    expect(await stage.told(house.samuel, id)).toEqual(['story-down', 'story-agreed'])
    const log = await read(api.db, house.tenant.organizationId, (tx) =>
      tx.rows(sql`SELECT FROM event WHERE subject_id = ${id}::uuid AND type = 'story.taken-down'`),
    )
    expect(log).toHaveLength(1)
  })

  test('until everybody who came to the result afterwards agreed too', async () => {
    const { colleague, samuel, aicha, jonas } = house
    const { id, outcome } = await stage.agreed()
    const contributors = [aicha, jonas, colleague].map(({ personId }, i) => ({
      personId,
      role: i === 0 ? ('lead' as const) : ('support' as const),
      weight: 1,
    }))
    await house.claire.call.outcomes.settleSplit.mutate({ ...outcome, contributors, words: 'Three of them.' })
    expect(await stage.onFront(jonas, id)).toBeUndefined()
    await stage.later()
    expect(await stage.told(colleague, id)).toEqual(['story-asked'])
    await stage.say(colleague, id, 'named')
    expect((await stage.onFront(samuel, id))?.people).toHaveLength(3)
  })

  test('taken down with a reason and put back; chosen and taken back at once, nobody hears of it', async () => {
    const { samuel, rolf, colleague, jonas } = house
    const { id, version } = await stage.agreed()
    expect(await refusal(colleague.call.stage.takeDown.mutate({ id, version, reason: 'x' }))).toBe('forbidden')
    const down = await rolf.call.stage.takeDown.mutate({ id, version, reason: 'Told twice.' })
    expect(await refusal(colleague.call.stage.get.query({ id }))).toBe('not-found')
    expect((await jonas.call.stage.get.query({ id })).down).toMatchObject({
      cause: 'taken-down',
      by: { name: 'Rolf' },
      reason: 'Told twice.',
    })
    expect(await refusal(rolf.call.stage.restore.mutate({ id, version }))).toBe('conflict')
    await rolf.call.stage.restore.mutate(down)
    expect(await stage.onFront(colleague, id)).toBeDefined()

    const other = await stage.chosen()
    await samuel.call.stage.undo.mutate(other)
    await stage.later()
    expect(await stage.told(jonas, other.id)).toEqual([])
    const last = await stage.chosen()
    clock = new Date(clock.getTime() + 11 * 60_000)
    expect(await refusal(samuel.call.stage.undo.mutate(last))).toBe('undo-lapsed')
  })

  test('ahead of its day nobody reads it; after its last day it is in the archive alone', async () => {
    const { colleague } = house
    const ahead = await stage.agreed({ from: addDays(today, 3), until: addDays(today, 5) })
    expect(await refusal(colleague.call.stage.get.query({ id: ahead.id }))).toBe('not-found')
    // So many days later is the same as its days so many days earlier.
    const at = async (days: number) => {
      await write(api.db, house.tenant.organizationId, (tx) =>
        tx.run(sql`UPDATE stage_story SET from_day = ${addDays(today, 3 - days)}::date, until_day = ${addDays(today, 5 - days)}::date
          WHERE id = ${ahead.id}::uuid`),
      )
      const isFront = (await stage.onFront(colleague, ahead.id)) !== undefined
      const listed = (await colleague.call.stage.list.query({ from: addDays(today, -9) })).items.some((one) => one.id === ahead.id)
      return { isFront, listed }
    }
    expect([await at(2), await at(3), await at(5), await at(6)]).toEqual([
      { isFront: false, listed: false },
      { isFront: true, listed: true },
      { isFront: true, listed: true },
      { isFront: false, listed: true },
    ])
  })
})

describe('chosen fairly', () => {
  test('choosers alone see who has been on stage beside what was brought; small groups are left out; helpers are for their own managers', async () => {
    const { aicha, colleague, executive, reviewer, claire, samuel, rolf, tenant } = house
    for (const who of [aicha, colleague, reviewer, tenant.administrator])
      expect(await refusal(who.call.stage.fairness.query())).toBe('forbidden')
    const { all, teams, roles } = await executive.call.stage.fairness.query()
    const shown = (await executive.call.stage.list.query({ limit: 24 })).items
    expect(all.onStage).toBe(shown.length)
    expect(all.results).toBeGreaterThan(all.onStage)
    // Two people each, below the smallest group.
    expect(teams.map(({ name, results }) => [name, results])).toEqual(teams.map(({ name }) => [name, null]).toSorted())
    expect(roles.map(({ role }) => role)).toEqual(
      ['lead', 'support', 'coach', 'shadow'].filter((role) => roles.some((one) => one.role === role)),
    )

    // Colleague helped three times, was never thanked nor on stage.
    const quiet = await makeSomeone(api, tenant, 'Quiet', { teamId: house.teams.research })
    const helping = [aicha, quiet].map(({ personId }, i) => ({
      personId,
      role: i === 0 ? ('lead' as const) : ('coach' as const),
      weight: 1 - i,
    }))
    const helpers = async (who: Someone) => (await who.call.stage.fairness.query()).helpers.map(({ name }) => name)
    for (const day of [10, 20]) await stage.verified({ contributors: helping, occurredOn: addDays(today, -day) })
    expect(await helpers(rolf)).not.toContain('Quiet')
    const third = await stage.verified({ contributors: helping, occurredOn: addDays(today, -30) })
    expect(await helpers(rolf)).toContain('Quiet')
    for (const who of [executive, claire, samuel]) expect(await helpers(who)).not.toContain('Quiet')
    expect(await helpers(rolf)).not.toContain('Jonas')
    const { id } = await samuel.call.stage.choose.mutate(stage.choice(third.id))
    await stage.say(aicha, id, 'named')
    await stage.say(quiet, id, 'unnamed')
    expect(await helpers(rolf)).not.toContain('Quiet')
  })
})

describe('what is read', () => {
  test('no value, the client only where it is not withheld; words, types and days filter; pages go on where the last ended', async () => {
    const { aicha, jonas, colleague, executive } = house
    const made: string[] = []
    for (const [n, word] of ['Kaleidoscope', 'Semaphore', 'Semaphores again'].entries()) {
      const { id } = await stage.chosen(
        { isClientWithheld: n > 0, clientAs: 'a shipyard', needed: word, until: n === 2 ? today : null },
        { story: { situation: `${word} for Harland`, action: '', result: '' } },
      )
      for (const who of [aicha, jonas]) await stage.say(who, id, 'named')
      made.push(id)
    }
    const found = async (input: Parameters<typeof colleague.call.stage.list.query>[0]) =>
      (await colleague.call.stage.list.query(input)).items.map((one) => one.id).filter((id) => made.includes(id))
    expect((await found({ text: 'semaphore' })).toSorted()).toEqual(made.slice(1).toSorted())
    expect(await found({ text: 'semaphore', type: [house.type('hire-made')] })).toEqual([])
    expect(await found({ text: 'semaphore', to: addDays(today, -1) })).toEqual([])
    expect(await found({ text: '!!!' })).toEqual([])
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await colleague.call.stage.list.query({ limit: 2, ...(cursor && { cursor }) })
      seen.push(...page.items.map((one) => one.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
    expect(made.every((id) => seen.includes(id))).toBe(true)
    const [open, withheld] = made.map((id) => colleague.call.stage.get.query({ id }))
    expect(JSON.stringify(await open)).not.toMatch(/64000|6400050/)
    expect((await open)?.story.client).toBeNull()
    expect((await executive.call.stage.get.query({ id: made[0]! })).story.client).toBe('Harland')
    expect((await withheld)?.story).toMatchObject({ client: 'a shipyard', story: { situation: 'Semaphore for …' } })
  })

  test('its public address says whose it is and nothing else; a member is led on; down, there is no such address', async () => {
    const { aicha, jonas, samuel, colleague } = house
    const { id, version } = await stage.chosen()
    for (const who of [aicha, jonas]) await stage.say(who, id, 'named')
    const { shareAddress } = await colleague.call.stage.get.query({ id })
    const path = new URL(shareAddress ?? '').pathname
    const open = (headers: Record<string, string> = {}) => fetch(`${api.url}${path}`, { headers, redirect: 'manual' })
    const page = await open({ 'accept-language': 'fr' })
    const html = await page.text()
    expect([page.status, page.headers.get('x-robots-tag')]).toEqual([200, 'noindex'])
    expect(html).toContain(`<meta property="og:title" content="Une histoire chez ${house.tenant.slug.toUpperCase()}">`)
    expect(html).not.toMatch(/Jonas|Aicha|Harland|found|<script/i)
    const led = await open({ cookie: colleague.cookie })
    expect([led.status, led.headers.get('location')]).toEqual([302, `/${house.tenant.slug}/stage/${id}`])
    const stranger = (await makeTenant(api)).administrator
    expect((await open({ cookie: stranger.cookie })).status).toBe(200)
    await samuel.call.stage.takeDown.mutate({ id, version, reason: 'Enough.' })
    expect((await open({ cookie: colleague.cookie })).status).toBe(404)
    expect((await fetch(`${api.url}/s/${'A'.repeat(43)}`)).status).toBe(404)
  })
})

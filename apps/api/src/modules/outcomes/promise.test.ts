import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { OutcomeDraftInput } from '@oeuvre/domain/outcomes/schema'
import { addDays } from '@oeuvre/domain/time/calendar'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeSomeone, type Someone } from '../../../test/factories.ts'
import { type Api, refusal, refusals, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import { keepPromises } from './commands/keep-promises.ts'

let api: Api
let house: House
let clock = new Date()
beforeAll(async () => {
  api = await startApi({}, () => clock)
})
beforeEach(async () => {
  clock = new Date()
  house = await makeHouse(api)
})
afterAll(() => api.stop())

async function sent(over: Partial<OutcomeDraftInput> = {}, who: Someone = house.aicha) {
  const outcome = house.draft(over)
  const { version } = await who.call.outcomes.log.mutate({ outcome, version: null })
  return { id: outcome.id, version }
}
async function run(at: string) {
  const actor = await openNamedActor(api.db, house.tenant.organizationId, { kind: 'system', personId: null, importId: null })
  await keepPromises({ db: api.db, enqueue: async () => {}, actor, requestId: null, now: new Date(at) })
}
const told = async (id: string) => {
  const { entries } = await house.dora.call.outcomes.history.query({ id })
  return entries.flatMap((e) => (e.told.length > 0 ? [[e.event, ...e.told.map((p) => p.name)].join(' ')] : []))
}
const today = () => house.dora.call.organizations.shell.query().then((s) => s.today)

describe('a promise', () => {
  test('is reminded of on its last day and escalated level by level, once each, whatever runs twice, jumps back or changes', async () => {
    clock = new Date('2026-03-02T09:00:00Z') // a Monday
    const { id } = await sent()
    await run('2026-03-03T12:00:00Z')
    expect(await told(id)).toEqual([])
    await Promise.all([run('2026-03-04T08:00:00Z'), run('2026-03-04T08:00:00Z'), run('2026-03-04T09:00:00Z')])
    expect(await told(id)).toEqual(['outcome.reminded Claire'])
    await Promise.all([run('2026-03-05T08:00:00Z'), run('2026-03-05T08:00:01Z')])
    await run('2026-03-03T08:00:00Z')
    await run('2026-03-04T08:00:00Z')
    await run('2026-03-07T08:00:00Z') // a Saturday
    expect(await told(id)).toEqual(['outcome.reminded Claire', 'outcome.escalated Samuel'])
    await house.tenant.administrator.call.organizations.saveSettings.mutate({ promiseDays: 3 })
    await run('2026-03-05T18:00:00Z')
    await house.tenant.administrator.call.organizations.saveSettings.mutate({ promiseDays: 1 })
    await run('2026-03-05T19:00:00Z')
    expect(await told(id)).toEqual(['outcome.reminded Claire', 'outcome.escalated Samuel', 'outcome.escalated Dora'])
    await run('2026-06-05T19:00:00Z')
    expect(await told(id)).toHaveLength(3)
    expect((await house.samuel.call.review.queue.query({})).items[0]).toMatchObject({ warnings: ['overdue', 'escalated'] })
    const events = await read(api.db, house.tenant.organizationId, (tx) =>
      tx.rows<{ kind: string }>(
        sql`SELECT actor_kind AS kind FROM event WHERE subject_id = ${id}::uuid AND type LIKE 'outcome.%ed' AND payload ? 'personIds'`,
      ),
    )
    expect(events.map((e) => e.kind)).toEqual(['system', 'system', 'system'])
  })

  test('asked to be made clearer and sent again it is promised anew; what is decided is left alone', async () => {
    clock = new Date('2026-03-02T09:00:00Z')
    const [again, done] = [await sent(), await sent()]
    await run('2026-03-04T08:00:00Z')
    clock = new Date('2026-03-04T09:00:00Z')
    await house.claire.call.review.verify.mutate({ ids: [done] })
    const { outcomes } = await house.claire.call.review.requestChanges.mutate({
      ids: [again],
      words: 'When?',
      reasonId: house.reason('changes', 'date'),
    })
    await house.aicha.call.outcomes.submit.mutate({ ids: [{ id: again.id, version: outcomes[0]!.version }] })
    await run('2026-03-05T08:00:00Z')
    expect(await told(again.id)).toEqual(['outcome.reminded Claire'])
    await run('2026-03-06T08:00:00Z')
    expect([await told(again.id), await told(done.id)]).toEqual([
      ['outcome.reminded Claire', 'outcome.reminded Claire'],
      ['outcome.reminded Claire'],
    ])
  })
})

describe('the working days of the organization', () => {
  test('are edited by administrators, proposed by country and region, and move what is due', async () => {
    const { call } = house.tenant.administrator
    const proposed = await call.organizations.proposeHolidays.query({ country: 'FR', region: null, year: 2026, language: 'fr' })
    expect(proposed.holidays).toContainEqual({ day: '2026-05-01', name: 'Fête du travail' })
    expect(proposed.regions.length + proposed.countries.length).toBeGreaterThan(100)
    const was = await call.organizations.workingDays.query()
    expect(was).toEqual({ workingWeekdays: [1, 2, 3, 4, 5], holidays: [] })
    const { id } = await sent()
    const dueOn = async () => (await house.claire.call.review.queue.query({})).items.find((i) => i.outcome.id === id)!.dueOn!
    const before = await dueOn()
    const holidays = [{ day: before, name: 'Closed' }]
    await call.organizations.saveWorkingDays.mutate({ workingWeekdays: [1, 2, 3, 4, 5, 6, 7], holidays, was })
    expect(await call.organizations.workingDays.query()).toEqual({ workingWeekdays: [1, 2, 3, 4, 5, 6, 7], holidays })
    expect(await dueOn()).not.toBe(before)
    expect(await refusal(call.organizations.saveWorkingDays.mutate({ workingWeekdays: [1], holidays: [], was }))).toBe('conflict')
    expect(await refusal(house.claire.call.organizations.workingDays.query())).toBe('forbidden')
  })
})

describe('somebody stands in', () => {
  const delegate = async (who: Someone, delegateId: string, over: { personId?: string; fromDay?: string; toDay?: string } = {}) => {
    const day = await today()
    const id = randomUUID()
    await who.call.people.startDelegation.mutate({ id, personId: who.personId, delegateId, fromDay: day, toDay: addDays(day, 7), ...over })
    return id
  }
  test('for the teams of the absent one, in their place, and not for what they may not decide', async () => {
    const { claire, colleague, jonas, samuel } = house
    const first = house.draft()
    const [one, two, twin] = [await sent(first), await sent(), await sent()]
    const own = await sent({
      contributors: [
        { personId: house.aicha.personId, role: 'lead', weight: 1 },
        { personId: claire.personId, role: 'coach', weight: 1 },
      ],
    })
    expect(await refusal(colleague.call.review.queue.query({}))).toBe('forbidden')
    const id = await delegate(claire, colleague.personId)
    const queue = (await colleague.call.review.queue.query({})).items
    expect(new Set(queue.map((i) => i.outcome.id))).toEqual(new Set([one.id, two.id, twin.id]))
    expect(queue[0]!.waitsFor).toMatchObject({
      deciders: [{ name: 'Colleague', for: { name: 'Claire' } }],
      passed: [{ person: { name: 'Claire' }, why: 'away' }],
    })
    expect(await colleague.call.review.count.query()).toEqual({ count: 3, isCapped: false })
    await colleague.call.review.verify.mutate({ ids: [one] })
    const { entries } = await claire.call.outcomes.history.query({ id: one.id })
    expect(entries.at(-1)).toMatchObject({ event: 'outcome.verified', by: { name: 'Colleague' }, for: { name: 'Claire' } })
    const better = { outcome: { ...first, title: 'Better said' }, version: one.version + 1, words: 'As agreed.' }
    await colleague.call.review.amend.mutate({ ...better, wereContributorsAsked: true })
    const contributors = [{ personId: house.aicha.personId, role: 'lead' as const, weight: 1 }]
    const unions = await colleague.call.review.merge.mutate({ into: two, merged: twin, contributors })
    for (const [id, event] of [
      [one.id, 'outcome.amended'],
      [two.id, 'outcome.united'],
      [twin.id, 'outcome.merged'],
    ] as const) {
      const last = (await claire.call.outcomes.history.query({ id })).entries.at(-1)
      expect(last).toMatchObject({ event, by: { name: 'Colleague' }, for: { name: 'Claire' } })
    }
    two.version = unions.outcomes[0]!.version
    expect((await claire.call.review.verify.mutate({ ids: [two] })).outcomes).toMatchObject([{ state: 'verified' }])

    const detail = await colleague.call.outcomes.get.query({ id: own.id })
    expect(detail).toMatchObject({
      whyNotMe: 'absent-took-part',
      waitsFor: { deciders: [{ id: samuel.personId, for: null }], team: { name: 'Sales' } },
    })
    expect(detail.waitsFor!.passed.map((p) => [p.person?.name, p.why])).toEqual([
      ['Claire', 'contributor'],
      ['Colleague', 'absent-took-part'],
    ])
    await claire.call.people.endDelegation.mutate({ id })
    expect(await refusal(colleague.call.review.queue.query({}))).toBe('forbidden')
    expect(await refusal(jonas.call.people.endDelegation.mutate({ id }))).toBe('not-found')
  })

  test('a manager for themself, administrators for any; never twice, nor by somebody who is away', async () => {
    const { claire, samuel, dora, aicha } = house
    const day = await today()
    await delegate(claire, samuel.personId)
    const clash = (who: Someone, delegateId: string, over = {}) =>
      delegate(who, delegateId, over).then(
        () => null,
        () => 'refused',
      )
    expect(await refusals(delegate(claire, dora.personId))).toMatchObject([{ code: 'delegation-overlaps' }])
    expect(await refusals(delegate(samuel, claire.personId))).toMatchObject([{ code: 'delegate-away', field: 'delegateId' }])
    expect(await clash(samuel, claire.personId, { fromDay: addDays(day, 8), toDay: addDays(day, 9) })).toBeNull()
    expect(await refusal(delegate(aicha, samuel.personId))).toBe('forbidden')
    expect(await refusal(delegate(claire, samuel.personId, { personId: dora.personId }))).toBe('forbidden')
    const mute = await makeSomeone(api, house.tenant, 'Mute', {})
    await house.tenant.administrator.call.organizations.endAccess.mutate({ personId: mute.personId })
    expect(await refusals(delegate(dora, mute.personId))).toMatchObject([{ code: 'delegate-cannot-sign-in' }])
    await delegate(house.tenant.administrator, house.rolf.personId, { personId: dora.personId })
    const { delegations } = await house.tenant.administrator.call.people.delegations.query()
    expect(delegations.map((d) => [d.person.name, d.delegate.name, d.isRunning, d.canEnd])).toEqual([
      ['Claire', 'Samuel', true, true],
      ['Dora', 'Rolf', true, true],
      ['Samuel', 'Claire', false, true],
    ])
    expect((await claire.call.people.delegations.query()).delegations.map((d) => [d.delegate.name, d.canEnd])).toEqual([
      ['Samuel', true],
      ['Claire', false],
    ])
  })
})

describe('the way up', () => {
  test('a team without a manager falls to the one above, and the page says so', async () => {
    await house.tenant.administrator.call.people.setManagers.mutate({ id: house.teams.export, personIds: [] })
    const { id } = await sent()
    expect((await house.samuel.call.outcomes.get.query({ id })).waitsFor).toMatchObject({
      deciders: [{ name: 'Samuel' }],
      team: { name: 'Sales' },
      passed: [{ team: { name: 'Export' }, person: null, why: 'no-manager' }],
    })
  })
  test('a manager who logged it is passed over, and so is whoever took the first look', async () => {
    await house.tenant.administrator.call.organizations.saveSettings.mutate({ secondLookMinor: '100' })
    const { id } = await sent({ contributors: [{ personId: house.aicha.personId, role: 'lead', weight: 1 }] }, house.claire)
    const page = () => house.claire.call.outcomes.get.query({ id })
    const first = await page()
    expect(first).toMatchObject({
      whyNotMe: 'own-result',
      waitsFor: { passed: [{ person: { name: 'Claire' }, why: 'author' }], deciders: [{ name: 'Samuel' }] },
    })
    await house.samuel.call.review.verify.mutate({ ids: [{ id, version: first.version }] })
    expect((await page()).waitsFor).toMatchObject({
      passed: [
        { person: { name: 'Claire' }, why: 'author' },
        { person: { name: 'Samuel' }, why: 'first-look', team: { name: 'Sales' } },
      ],
      deciders: [{ name: 'Dora' }],
    })
  })
})

describe('what changed since the last look', () => {
  test('is there after changes were asked for and made, until it is seen', async () => {
    const outcome = house.draft()
    await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
    const { id } = outcome
    const seen = () => house.claire.call.review.changes.query({ id })
    const marks = async () => (await house.claire.call.review.queue.query({})).items[0]!.warnings
    await house.claire.call.review.look.mutate({ id, version: 1 })
    expect([await seen(), await marks()]).toEqual([{ since: null, changes: [] }, []])
    const { outcomes } = await house.claire.call.review.requestChanges.mutate({
      ids: [{ id, version: 1 }],
      words: 'Which?',
      reasonId: house.reason('changes', 'value'),
    })
    const next = { ...outcome, value: { amount: '70000', currency: 'EUR' }, title: 'Bronze bushings, in two sizes' }
    const { version } = await house.aicha.call.outcomes.log.mutate({ outcome: next, version: outcomes[0]!.version })
    expect((await seen()).changes.map((c) => [c.field, c.before, c.after])).toMatchObject([
      ['title', { text: 'Bronze bushings' }, { text: 'Bronze bushings, in two sizes' }],
      ['value', { money: { minor: '6400050' } }, { money: { minor: '7000000' } }],
    ])
    expect(await marks()).toEqual(['changed'])
    await house.claire.call.review.look.mutate({ id, version })
    expect([await seen(), await marks()]).toEqual([{ since: null, changes: [] }, []])
    expect((await house.samuel.call.review.changes.query({ id })).since).toBeNull()
    expect(await refusal(house.aicha.call.review.look.mutate({ id, version }))).toBe('forbidden')
  })
})

describe('a decision is taken back within ten minutes', () => {
  test('unless its author has begun to answer: then it is said that this changed, and nobody is offered it', async () => {
    const outcome = house.draft()
    await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
    const asked = await house.claire.call.review.requestChanges.mutate({
      ids: [{ id: outcome.id, version: 1 }],
      words: 'When?',
      reasonId: house.reason('changes', 'date'),
    })
    const { version } = asked.outcomes[0]!
    clock = new Date(clock.getTime() + 60_000)
    const edited = await house.aicha.call.outcomes.save.mutate({ outcome: { ...outcome, title: 'Bushings, in June' }, version })
    const undo = (of: number) => refusals(house.claire.call.review.undo.mutate({ ids: [{ id: outcome.id, version: of }] }))
    for (const of of [version, edited.version]) expect(await undo(of)).toMatchObject([{ code: 'state-changed' }])
    const now = await house.claire.call.outcomes.get.query({ id: outcome.id })
    expect([now.state, now.title, now.can.undo, now.undoUntil]).toEqual(['changes-requested', 'Bushings, in June', false, null])
  })
  test('also one that declined or asked for changes, by the one who took it', async () => {
    for (const way of ['decline', 'requestChanges'] as const) {
      const member = await sent()
      const reasonId = house.reason(way === 'decline' ? 'decline' : 'changes')
      const { outcomes, undoUntil } = await house.claire.call.review[way].mutate({ ids: [member], words: 'No.', reasonId })
      expect([outcomes[0]!.can.undo, undoUntil]).toEqual([true, new Date(clock.getTime() + 600_000).toISOString()])
      const ids = [{ id: member.id, version: outcomes[0]!.version }]
      expect(await refusal(house.samuel.call.review.undo.mutate({ ids }))).toBe('forbidden')
      expect((await house.claire.call.review.undo.mutate({ ids })).outcomes).toMatchObject([{ state: 'submitted' }])
    }
  })
})

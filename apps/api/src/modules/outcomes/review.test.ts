import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read, writeWithPrisma } from '@oeuvre/db/tenant'
import type { OutcomeDraftInput } from '@oeuvre/domain/outcomes/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSomeone, makeTeam, type Someone } from '../../../test/factories.ts'
import { type Api, client, refusal, refusals, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'

let api: Api
let house: House
let clock = new Date()
beforeAll(async () => {
  api = await startApi({}, () => clock)
  house = await makeHouse(api)
})
afterAll(() => api.stop())

const minutes = (n: number) => {
  clock = new Date(clock.getTime() + n * 60_000)
}
async function submitted(over: Partial<OutcomeDraftInput> = {}, who: Someone = house.aicha): Promise<{ id: string; version: number }> {
  const outcome = house.draft(over)
  const { version } = await who.call.outcomes.log.mutate({ outcome, version: null })
  return { id: outcome.id, version }
}
const verify = async (who: Someone, member: { id: string; version: number }) => {
  const { outcomes } = await who.call.review.verify.mutate({ ids: [member] })
  return { id: member.id, version: outcomes[0]!.version, state: outcomes[0]!.state }
}
const standing = (id: string) =>
  read(api.db, house.tenant.organizationId, (tx) =>
    tx.rows<{ bp: string; value: string | null; revision: number; cause: string }>(sql`
      SELECT sum(c.count_bp) AS bp, sum(c.value_minor) AS value, c.revision, min(c.cause) AS cause FROM credit c WHERE c.outcome_id = ${id}::uuid AND c.reverses IS NULL
        AND NOT EXISTS (SELECT FROM credit r WHERE r.reverses = c.id) GROUP BY c.revision`),
  )

describe('who decides', () => {
  test('managers whose reach covers the lead, at any height; nobody else', async () => {
    for (const who of [house.claire, house.samuel, house.dora])
      expect(await verify(who, await submitted())).toMatchObject({ state: 'verified' })
    const waiting = await submitted()
    expect(await refusal(verify(house.rolf, waiting))).toBe('not-found')
    expect(await refusal(verify(house.reviewer, waiting))).toBe('not-found')
    expect(await refusal(verify(house.executive, waiting))).toBe('forbidden')
    const withJonas = await submitted({
      contributors: [
        { personId: house.aicha.personId, role: 'lead', weight: 2 },
        { personId: house.jonas.personId, role: 'support', weight: 1 },
      ],
    })
    expect(await refusals(verify(house.rolf, withJonas))).toEqual([{ code: 'forbidden', field: 'ids.0' }])
  })
  test('at the root, where no manager is left, the reviewers; where nobody is, whom to ask', async () => {
    const mine = await submitted({}, house.dora)
    const detail = await house.dora.call.outcomes.get.query({ id: mine.id })
    expect(detail).toMatchObject({ waitsFor: { deciders: [{ name: 'Rene' }], ask: [] }, whyNotMe: 'own-result' })
    expect((await house.reviewer.call.review.queue.query({})).items.map((i) => i.outcome.id)).toContain(mine.id)
    expect(await verify(house.reviewer, mine)).toMatchObject({ state: 'verified' })
    const theirs = await submitted({}, house.reviewer)
    expect((await house.reviewer.call.outcomes.get.query({ id: theirs.id })).waitsFor).toMatchObject({
      deciders: [],
      ask: [{ name: 'Ada Admin' }],
    })
  })
})

describe('two reviewers at once', () => {
  test('the second learns what the first decided, by whom and when', async () => {
    const member = await submitted()
    await house.samuel.call.review.decline.mutate({ ids: [member], reasonId: house.reason('decline', 'duplicate'), words: 'Seen in May.' })
    expect(await refusals(verify(house.claire, member))).toEqual([
      {
        code: 'state-changed',
        field: 'ids.0',
        params: {
          id: member.id,
          state: 'declined',
          version: 2,
          event: 'outcome.declined',
          at: clock.toISOString(),
          byId: house.samuel.personId,
          by: 'Samuel',
        },
      },
    ])
  })
  test('in the same moment: one decides, one is told, the ledger has one', async () => {
    const member = await submitted()
    const all = await Promise.allSettled([house.claire, house.samuel, house.dora].map((who) => verify(who, member)))
    expect(all.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(await standing(member.id)).toEqual([{ bp: '10000', value: '6400050', revision: 1, cause: 'verified' }])
  })
  test('sets that overlap, in opposite order, wait for one another', async () => {
    const set = [await submitted(), await submitted(), await submitted()]
    const reversed = set.toReversed()
    const all = await Promise.allSettled([
      house.claire.call.review.verify.mutate({ ids: set }),
      house.samuel.call.review.verify.mutate({ ids: reversed }),
    ])
    expect(all.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  test('a set is decided whole or not at all', async () => {
    const [good, stale] = [await submitted(), await submitted()]
    const asked = { ids: [good, { ...stale, version: 7 }, { id: randomUUID(), version: 1 }] }
    expect((await refusals(house.claire.call.review.verify.mutate(asked))).map((r) => [r.code, r.field])).toEqual([
      ['not-found', 'ids.2'],
      ['state-changed', 'ids.1'],
    ])
    expect((await house.aicha.call.outcomes.get.query({ id: good.id })).state).toBe('submitted')
  })
  test('what the author changed while it was read is not verified unread', async () => {
    const outcome = house.draft()
    await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
    await house.aicha.call.outcomes.save.mutate({ outcome: { ...outcome, value: { amount: '1', currency: 'EUR' } }, version: 1 })
    expect(await refusals(verify(house.claire, { id: outcome.id, version: 1 }))).toMatchObject([
      { code: 'state-changed', params: { state: 'submitted', version: 2, event: 'outcome.edited' } },
    ])
  })
})

describe('back and forth', () => {
  test('changes are asked for with words, made, sent again; the history tells it with before and after', async () => {
    const outcome = house.draft()
    await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
    expect(
      await refusals(
        house.claire.call.review.requestChanges.mutate({
          ids: [{ id: outcome.id, version: 1 }],
          words: ' ',
          reasonId: house.reason('changes'),
        }),
      ),
    ).toMatchObject([{ code: 'words-required', field: 'words' }])
    await house.claire.call.review.requestChanges.mutate({
      ids: [{ id: outcome.id, version: 1 }],
      words: 'The amount?',
      reasonId: house.reason('changes', 'value'),
    })
    const better = {
      ...outcome,
      value: { amount: '70000', currency: 'EUR' },
      typeId: house.type('client-kept'),
      contributors: [
        { personId: house.aicha.personId, role: 'lead' as const, weight: 1 },
        { personId: house.jonas.personId, role: 'coach' as const, weight: 3 },
      ],
    }
    const sent = await house.aicha.call.outcomes.log.mutate({ outcome: better, version: 2 })
    const done = await verify(house.claire, sent)
    const { entries } = await house.aicha.call.outcomes.history.query({ id: outcome.id })
    expect(entries.map((e) => [e.event, e.by?.name, e.from, e.to])).toEqual([
      ['outcome.submitted', 'Aicha', 'draft', 'submitted'],
      ['outcome.changes-requested', 'Claire', 'submitted', 'changes-requested'],
      ['outcome.submitted', 'Aicha', 'changes-requested', 'submitted'],
      ['outcome.verified', 'Claire', 'submitted', 'verified'],
    ])
    expect(entries[1]).toMatchObject({ words: 'The amount?', reason: { code: 'value', name: null }, changes: [] })
    expect(entries[2]?.changes.map((c) => [c.field, c.before, c.after])).toMatchObject([
      ['type', { kind: 'type', type: { code: 'client-won' } }, { kind: 'type', type: { code: 'client-kept' } }],
      ['value', { kind: 'money', money: { minor: '6400050' } }, { kind: 'money', money: { minor: '7000000' } }],
      [
        'contributors',
        { shares: [{ name: 'Aicha', basisPoints: 10_000 }] },
        {
          shares: [
            { name: 'Aicha', basisPoints: 2_500 },
            { name: 'Jonas', basisPoints: 7_500 },
          ],
        },
      ],
    ])
    expect((await house.executive.call.outcomes.history.query({ id: done.id })).entries[1]).toMatchObject({ words: null })
    expect(await refusal(house.colleague.call.outcomes.history.query({ id: done.id }))).toBe('forbidden')
  })
  test('withdrawn, made a draft again, gone', async () => {
    const member = await submitted()
    expect(await refusal(house.claire.call.outcomes.withdraw.mutate({ ids: [member] }))).toBe('forbidden')
    const { outcomes } = await house.aicha.call.outcomes.withdraw.mutate({ ids: [member] })
    expect(outcomes[0]).toMatchObject({ state: 'withdrawn', can: { reopenAsDraft: true, submit: false } })
    await house.aicha.call.outcomes.reopenAsDraft.mutate({ ids: [{ ...member, version: 2 }] })
    expect(await refusal(house.claire.call.outcomes.get.query({ id: member.id }))).toBe('not-found')
    expect(await house.aicha.call.outcomes.removeDrafts.mutate({ ids: [{ ...member, version: 3 }] })).toEqual({ removed: 1 })
  })
  test('undone within ten minutes by the one who decided; later it takes a reopening with a reason', async () => {
    const before = clock
    const done = await verify(house.claire, await submitted())
    expect(await refusals(house.samuel.call.review.undo.mutate({ ids: [done] }))).toEqual([{ code: 'forbidden', field: 'ids.0' }])
    minutes(9)
    const undone = await house.claire.call.review.undo.mutate({ ids: [done] })
    expect(undone.outcomes[0]).toMatchObject({ state: 'submitted', version: 3, submittedAt: before.toISOString(), rung: 2 })
    expect(await standing(done.id)).toEqual([])
    const again = await verify(house.claire, { id: done.id, version: 3 })
    minutes(11)
    expect(await refusal(house.claire.call.review.undo.mutate({ ids: [again] }))).toBe('undo-lapsed')
    const reopened = await house.samuel.call.review.reopen.mutate({ ids: [again], words: 'The order was cancelled.' })
    expect(reopened.outcomes[0]).toMatchObject({ state: 'submitted', submittedAt: clock.toISOString() })
    await house.aicha.call.outcomes.withdraw.mutate({ ids: [{ id: done.id, version: 5 }] })
    await house.aicha.call.outcomes.reopenAsDraft.mutate({ ids: [{ id: done.id, version: 6 }] })
    // The ledger names it for ever, so as a draft it stays.
    expect((await house.aicha.call.outcomes.get.query({ id: done.id })).can.remove).toBe(false)
    expect(await refusal(house.aicha.call.outcomes.removeDrafts.mutate({ ids: [{ id: done.id, version: 7 }] }))).toBe('forbidden')
  })
})

describe('the second look', () => {
  test('above the threshold the ledger waits for another decider', async () => {
    await writeWithPrisma(api.db, house.tenant.organizationId, (tx) =>
      tx.run(sql`UPDATE organization SET second_look_minor = 10000000 WHERE organization_id = ${house.tenant.organizationId}::uuid`),
    )
    try {
      expect((await verify(house.claire, await submitted({ value: { amount: '100000', currency: 'EUR' } }))).state).toBe('verified')
      const big = await verify(house.claire, await submitted({ value: { amount: '100000.01', currency: 'EUR' } }))
      expect(big.state).toBe('second-look')
      expect(await standing(big.id)).toEqual([])
      expect(await refusals(house.claire.call.review.confirm.mutate({ ids: [big] }))).toEqual([
        { code: 'needs-another-decider', field: 'ids.0' },
      ])
      expect((await house.samuel.call.review.queue.query({})).items.find((i) => i.outcome.id === big.id)).toMatchObject({
        warnings: ['second-look'],
        waitsFor: { deciders: [{ name: 'Samuel' }] },
      })
      expect((await house.claire.call.review.queue.query({})).items.map((i) => i.outcome.id)).not.toContain(big.id)
      await house.samuel.call.review.return.mutate({ ids: [big], words: 'Which order?' })
      const second = await verify(house.claire, { id: big.id, version: 3 })
      const { outcomes } = await house.dora.call.review.confirm.mutate({ ids: [second] })
      expect(outcomes[0]?.state).toBe('verified')
      expect(await standing(big.id)).toMatchObject([{ bp: '10000', value: '10000001', revision: 1 }])
      // Without a rate nobody can say that it is small.
      expect((await verify(house.claire, await submitted({ value: { amount: '1', currency: 'USD' } }))).state).toBe('second-look')
    } finally {
      await writeWithPrisma(api.db, house.tenant.organizationId, (tx) =>
        tx.run(sql`UPDATE organization SET second_look_minor = NULL WHERE organization_id = ${house.tenant.organizationId}::uuid`),
      )
    }
  })
})

describe('what stands verified', () => {
  test('is amended by a decider, with the opposite and the new entries; never in their own favour', async () => {
    const outcome = house.draft()
    await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
    const done = await verify(house.claire, { id: outcome.id, version: 1 })
    const amend = (who: Someone, over: Partial<OutcomeDraftInput>, version = done.version) =>
      who.call.review.amend.mutate({ outcome: { ...outcome, ...over }, version, words: 'All three agreed.', wereContributorsAsked: true })
    const split = (...people: Someone[]) =>
      people.map((p, i) => ({ personId: p.personId, role: i ? ('support' as const) : ('lead' as const), weight: 1 }))
    expect(await refusal(amend(house.aicha, { title: 'Better' }))).toBe('forbidden')
    expect(await refusals(amend(house.samuel, { contributors: split(house.aicha, house.samuel) }))).toEqual([
      { code: 'own-result', field: 'outcome.contributors' },
    ])
    expect(await refusals(amend(house.claire, { contributors: split(house.jonas) }))).toEqual([
      { code: 'contributor-out-of-reach', field: 'outcome.contributors' },
    ])
    const first = await amend(house.samuel, { contributors: split(house.aicha, house.jonas) })
    expect(await standing(outcome.id)).toEqual([{ bp: '10000', value: '6400050', revision: 2, cause: 're-split' }])
    const contributors = split(house.aicha, house.jonas)
    const second = await amend(house.samuel, { contributors, value: null }, first.version)
    expect(await standing(outcome.id)).toEqual([{ bp: '10000', value: null, revision: 3, cause: 'amended' }])
    const third = await amend(house.samuel, { contributors, value: null, title: 'Told better' }, second.version)
    expect(await standing(outcome.id)).toMatchObject([{ revision: 3 }])
    const told = await house.aicha.call.outcomes.tellStory.mutate({
      id: outcome.id,
      version: third.version,
      title: 'The pump',
      story: { result: 'It sang.' },
      evidence: [],
    })
    expect(await house.dora.call.outcomes.get.query({ id: outcome.id })).toMatchObject({
      title: 'The pump',
      state: 'verified',
      version: told.version,
      evidence: [],
      decidedBy: { name: 'Claire' },
    })
    expect(
      (await house.aicha.call.outcomes.history.query({ id: outcome.id })).entries
        .map((e) => [e.event, e.changes.map((c) => c.field)])
        .slice(2),
    ).toEqual([
      ['outcome.amended', ['contributors']],
      ['outcome.amended', ['value']],
      ['outcome.amended', ['title']],
      ['outcome.story-told', ['title', 'evidence', 'situation', 'action', 'result']],
    ])
    expect(
      (await house.samuel.call.review.reopen.mutate({ ids: [{ id: outcome.id, version: told.version }], words: 'Why.' })).outcomes[0]
        ?.state,
    ).toBe('submitted')
    expect(await standing(outcome.id)).toEqual([])
  })
})

describe('the ledger knows', () => {
  test('the team of the day of the result, the days it took, the side, the channels', async () => {
    const { tenant, teams } = house
    const mover = await makeSomeone(api, tenant, 'Mover')
    await writeWithPrisma(api.db, tenant.organizationId, async (tx) => {
      const data = { organizationId: tenant.organizationId, personId: mover.personId }
      await tx.prisma.teamMembership.create({ data: { ...data, teamId: teams.research, validTo: new Date('2026-01-01') } })
      await tx.prisma.teamMembership.create({ data: { ...data, teamId: teams.export, validFrom: new Date('2026-01-01') } })
    })
    const old = await submitted({ occurredOn: '2025-12-31' }, mover)
    const recent = await submitted({ occurredOn: '2026-01-01' }, mover)
    minutes(36 * 60)
    for (const member of [old, recent]) await verify(house.claire, member)
    const rows = await read(api.db, tenant.organizationId, (tx) =>
      tx.rows<object>(sql`SELECT c.effective_on AS day, c.team_id AS team, c.days_to_verify AS days, c.side, c.is_imported AS imported, c.reporting_minor AS reporting,
        (SELECT count(*)::int FROM credit_channel cc WHERE cc.outcome_id = c.outcome_id AND cc.revision = c.revision) AS channels
        FROM credit c WHERE c.person_id = ${mover.personId}::uuid ORDER BY c.effective_on`),
    )
    const same = { days: '1.5000', side: 'both', imported: false, reporting: '6400050', channels: 2 }
    expect(rows).toEqual([
      { ...same, day: '2025-12-31', team: teams.research },
      { ...same, day: '2026-01-01', team: teams.export },
    ])
  })
})

describe('the queue', () => {
  test('oldest first, late by working days, a twin of the same client told, pages by cursor', async () => {
    const other = await makeHouse(api)
    const team = await makeTeam(api, other.tenant, 'Elsewhere')
    const ids: string[] = []
    for (const [i, subject] of ['Harland', 'Béja', 'HARLAND '].entries()) {
      const beside = i === 2 ? [{ personId: other.colleague.personId, role: 'support' as const, weight: 1 }] : []
      const contributors = [{ personId: other.aicha.personId, role: 'lead' as const, weight: 1 }, ...beside]
      const outcome = other.draft({ subject, evidence: [], occurredOn: `2026-03-1${i}`, contributors })
      await other.aicha.call.outcomes.log.mutate({ outcome, version: null })
      ids.push(outcome.id)
      minutes(1)
    }
    const today = new Date()
    clock = today
    const first = await other.claire.call.review.queue.query({ limit: 2 })
    expect(first.items.map((i) => [i.outcome.id, i.warnings])).toEqual([
      [ids[0], ['possible-duplicate', 'without-evidence']],
      [ids[1], ['without-evidence']],
    ])
    const next = await other.claire.call.review.queue.query({ limit: 2, cursor: first.nextCursor ?? '' })
    expect(next.items.map((i) => i.outcome.id)).toEqual([ids[2]])
    expect(next.nextCursor).toBeNull()
    expect(await other.claire.call.review.count.query()).toEqual({ count: 3, isCapped: false })
    expect((await other.dora.call.review.queue.query({ team })).items).toEqual([])
    expect((await other.dora.call.review.queue.query({ team: other.teams.sales })).items).toHaveLength(3)
    expect((await client(api, other.rolf.cookie, other.tenant.slug).review.queue.query({})).items).toEqual([])
    await writeWithPrisma(api.db, other.tenant.organizationId, (tx) =>
      tx.run(sql`UPDATE outcome SET submitted_at = now() - interval '20 days' WHERE id = ${ids[0]}::uuid`),
    )
    const late = (await other.claire.call.review.queue.query({})).items[0]
    expect(late!.lateDays).toBe(late!.waitingDays - 2)
    expect((await other.claire.call.review.queue.query({ late: true })).items.map((i) => i.outcome.id)).toEqual([ids[0]])
    expect(late!.waitingDays).toBeGreaterThanOrEqual(13)
  })
})

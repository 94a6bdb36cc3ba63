import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, type Someone } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { download } from '../../../test/uploads.ts'
import { type CommandContext, mutate } from '../../platform/mutate.ts'
import type { ImportedOutcome } from './commands/plan-imported-outcomes.ts'
import { recordImported, takeBackImported, withdrawLost } from './commands/record-imported-outcomes.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
})
afterAll(() => api.stop())

async function importBy(who: Someone): Promise<CommandContext> {
  const ctx = await contextOf(api, who)
  return { ...ctx, actor: { ...ctx.actor, kind: 'import', importId: randomUUID() } }
}
const deal = (externalId: string, over: Partial<ImportedOutcome> = {}): ImportedOutcome => ({
  externalId,
  typeId: house.type('client-won'),
  title: '',
  subject: `Deal ${externalId}`,
  occurredOn: '2025-11-03',
  firstTouchOn: '2025-09-01',
  value: { minor: '100001', currency: 'EUR', digits: 2 },
  channelIds: [house.channel('phone')],
  contributors: [
    { personId: house.aicha.personId, role: 'lead', weight: 1 },
    { personId: house.jonas.personId, role: 'support', weight: 1 },
  ],
  story: { situation: '', action: '', result: '' },
  ...over,
})
const record = (ctx: CommandContext, rows: ImportedOutcome[]) =>
  mutate(ctx, (tx, emit, tools) => recordImported(ctx, tx, emit, tools, rows))
const lose = (ctx: CommandContext, ids: string[]) => mutate(ctx, (tx, emit, tools) => withdrawLost(ctx, tx, emit, tools, ids))
const undo = (ctx: CommandContext, rows: Parameters<typeof takeBackImported>[4]) =>
  mutate(ctx, (tx, emit, tools) => takeBackImported(ctx, tx, emit, tools, rows))
const ledger = (outcomeId: string) =>
  read(api.db, house.tenant.organizationId, (tx) =>
    tx.rows<{ cause: string; bp: string; value: string; n: string; rung: number; revision: number }>(sql`
      SELECT cause, revision, rung, sum(count_bp) AS bp, sum(value_minor) AS value, count(*) AS n FROM credit
      WHERE outcome_id = ${outcomeId}::uuid GROUP BY cause, revision, rung, reverses IS NULL ORDER BY min(ledger_version), max(count_bp)`),
  )
const one = async (
  rows: Promise<readonly { outcomeId: string; versionAfter: number; result: string; state: string; before: unknown }[]>,
) => {
  const [first] = await rows
  if (!first) throw new Error('nothing recorded')
  return first
}

describe('deals of the CRM', () => {
  test('arrive verified, matched to the CRM; the same file again adds nothing; a changed row follows', async () => {
    const ctx = await importBy(house.tenant.administrator)
    const first = await one(record(ctx, [deal('A1')]))
    expect(first).toMatchObject({ result: 'added', state: 'verified', versionAfter: 1, before: null })
    const id = first.outcomeId
    expect(await ledger(id)).toEqual([{ cause: 'verified', revision: 1, rung: 5, bp: '10000', value: '100001', n: '2' }])
    expect(await one(record(ctx, [deal('A1')]))).toMatchObject({ result: 'unchanged', outcomeId: id, versionAfter: 1 })
    const changed = await one(record(ctx, [deal('A1', { value: { minor: '7', currency: 'EUR', digits: 2 } })]))
    expect(changed).toMatchObject({ result: 'updated', versionAfter: 2, before: { value: { minor: '100001' } } })
    expect(await ledger(id)).toEqual([
      { cause: 'verified', revision: 1, rung: 5, bp: '10000', value: '100001', n: '2' },
      { cause: 'crm', revision: 1, rung: 5, bp: '-10000', value: '-100001', n: '2' },
      { cause: 'crm', revision: 2, rung: 5, bp: '10000', value: '7', n: '2' },
    ])
    expect(await house.dora.call.outcomes.get.query({ id })).toMatchObject({
      rung: 5,
      value: { minor: '7' },
      decidedBy: { name: 'Ada Admin' },
    })
  })

  test('an id of the same deal is the same in every import, so the odd basis point falls to the same person', async () => {
    const ctx = await importBy(house.tenant.administrator)
    const three = deal('odd', {
      contributors: [...deal('odd').contributors, { personId: house.colleague.personId, role: 'shadow', weight: 1 }],
    })
    const { outcomeId } = await one(record(ctx, [three]))
    expect(outcomeId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
    expect((await ledger(outcomeId))[0]).toMatchObject({ bp: '10000', value: '100001', n: '3' })
  })

  test('of those in which whoever imports takes part, nothing enters the ledger', async () => {
    const ctx = await importBy(house.aicha)
    const mine = await one(record(ctx, [deal('M1')]))
    expect(mine).toMatchObject({ state: 'submitted', result: 'added' })
    expect(await ledger(mine.outcomeId)).toEqual([])
    const done = await house.claire.call.review.verify.mutate({ ids: [{ id: mine.outcomeId, version: 1 }] })
    expect(done.outcomes[0]).toMatchObject({ state: 'verified', rung: 5 })
    const decided = { decidedBy: { id: house.claire.personId }, isDecidedByImport: false }
    expect(await house.claire.call.outcomes.get.query({ id: mine.outcomeId })).toMatchObject(decided)
    const theirs = await one(record(await importBy(house.tenant.administrator), [deal('M2')]))
    const imported = { decidedBy: { name: 'Ada Admin' }, isDecidedByImport: true }
    expect(await house.claire.call.outcomes.get.query({ id: theirs.outcomeId })).toMatchObject(imported)
    const lines = (await download(api, house.claire, 'outcomes.csv')).text.split('\n')
    expect(lines.find((line) => line.includes(theirs.outcomeId))).toContain(',import by Ada Admin,')
    expect(lines.find((line) => line.includes(mine.outcomeId))).toContain(',Claire,')
  })

  test('won, later lost: reopened and withdrawn; won again: back', async () => {
    const ctx = await importBy(house.tenant.administrator)
    const { outcomeId: id } = await one(record(ctx, [deal('L1')]))
    expect(await one(lose(ctx, ['L1', 'never-seen']))).toMatchObject({ state: 'withdrawn', result: 'updated', versionAfter: 2 })
    expect(await one(lose(ctx, ['L1']))).toMatchObject({ state: 'withdrawn', result: 'unchanged' })
    expect(await one(record(ctx, [deal('L1')]))).toMatchObject({ state: 'verified', result: 'updated', versionAfter: 3 })
    expect((await ledger(id)).map((r) => [r.cause, r.revision, r.bp])).toEqual([
      ['verified', 1, '10000'],
      ['crm', 1, '-10000'],
      ['verified', 2, '10000'],
    ])
  })

  test('changed in the CRM and by people: value, date, client and stage follow, split and story stay', async () => {
    const ctx = await importBy(house.aicha)
    const { outcomeId: id } = await one(record(ctx, [deal('P1')]))
    const edited = house.draft({
      id,
      subject: 'Ours',
      externalId: 'not the CRM’s',
      contributors: [{ personId: house.aicha.personId, role: 'lead', weight: 1 }],
    })
    await house.aicha.call.outcomes.save.mutate({ outcome: edited, version: 1 })
    const again = deal('P1', { subject: 'Theirs', occurredOn: '2025-12-01', value: null, typeId: house.type('client-kept') })
    expect(await one(record(ctx, [again]))).toMatchObject({ result: 'updated', versionAfter: 3, state: 'submitted' })
    expect(await house.aicha.call.outcomes.get.query({ id })).toMatchObject({
      subject: 'Theirs',
      occurredOn: '2025-12-01',
      value: null,
      externalId: 'P1',
      title: 'Bronze bushings',
      contributors: [{ name: 'Aicha' }],
      story: { action: 'Three photos were posted.' },
      channels: [{ code: 'linkedin' }, { code: 'phone' }],
    })
  })

  test('undo withdraws what only the import touched, restores what it changed, leaves what people touched', async () => {
    const ctx = await importBy(house.tenant.administrator)
    const rows = ['U1', 'U2', 'U3'].map((id) => deal(id))
    const added = await record(ctx, rows.slice(0, 2))
    const second = await importBy(house.tenant.administrator)
    const changed = await record(second, [deal('U1', { value: { minor: '5', currency: 'EUR', digits: 2 } }), deal('U2'), deal('U3')])
    expect(changed.map((r) => r.result)).toEqual(['updated', 'unchanged', 'added'])
    const u3 = changed[2]!
    await house.claire.call.review.reopen.mutate({ ids: [{ id: u3.outcomeId, version: 1 }], words: 'Really?' })
    const undone = await undo(
      second,
      changed.filter((r) => r.result !== 'unchanged'),
    )
    expect(undone.map((r) => r.result)).toEqual(['restored', 'touched-since'])
    expect(await house.dora.call.outcomes.get.query({ id: added[0]!.outcomeId })).toMatchObject({
      value: { minor: '100001' },
      state: 'verified',
    })
    expect((await undo(ctx, [added[1]!])).map((r) => r.result)).toEqual(['withdrawn'])
    expect((await undo(ctx, [added[0]!])).map((r) => r.result)).toEqual(['touched-since'])
    expect((await ledger(added[1]!.outcomeId)).at(-1)).toMatchObject({ cause: 'import-undone', bp: '-10000' })
  })

  test('a result logged by hand under the same number is joined, keeps its state, and rises in the ledger', async () => {
    const ctx = await importBy(house.tenant.administrator)
    const outcome = house.draft({ externalId: 'H1' })
    await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
    expect(await one(record(ctx, [deal('H1')]))).toMatchObject({ outcomeId: outcome.id, result: 'updated', state: 'submitted' })
    await house.claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version: 2 }] })
    const other = house.draft({ externalId: 'H2' })
    await house.aicha.call.outcomes.log.mutate({ outcome: other, version: null })
    await house.claire.call.review.verify.mutate({ ids: [{ id: other.id, version: 1 }] })
    const joined = await one(record(ctx, [deal('H2')]))
    expect(joined).toMatchObject({ outcomeId: other.id, result: 'updated', state: 'verified' })
    expect((await ledger(other.id)).map((r) => [r.cause, r.rung, r.bp])).toEqual([
      ['verified', 4, '10000'],
      ['matched', 4, '-10000'],
      ['matched', 5, '10000'],
    ])
    expect((await undo(ctx, [joined as never])).map((r) => r.result)).toEqual(['restored'])
    expect(await house.dora.call.outcomes.get.query({ id: other.id })).toMatchObject({ rung: 4, subject: 'Harland' })
  })
})

test('a deal like a claim under no number is never merged by itself: whoever decides sees both, also where both stand', async () => {
  const subject = 'Chantiers du Ponant'
  const claim = house.draft({ subject, occurredOn: '2025-11-05', value: { amount: '1000', currency: 'EUR' }, evidence: [] })
  const { id, version } = await house.aicha.call.outcomes.log.mutate({ outcome: claim, version: null })
  await house.dora.call.review.verify.mutate({ ids: [{ id, version }] })
  const brought = await one(record(await importBy(house.tenant.administrator), [deal('LIKE-1', { subject: `${subject} SA` })]))
  expect(brought).toMatchObject({ result: 'added', state: 'verified' })
  const { outcomes } = await house.samuel.call.outcomes.doubles.query({ id })
  expect(outcomes.map((like) => [like.outcome.id, like.likeness.certainty, like.outcome.isImported])).toEqual([
    [brought.outcomeId, 'likely', true],
  ])
})

test('a deal that was lost, claimed and verified by hand meanwhile, is not counted twice when it comes back', async () => {
  const ctx = await importBy(house.tenant.administrator)
  await record(ctx, [deal('BACK-1')])
  await lose(ctx, ['BACK-1'])
  const claim = house.draft({ externalId: 'BACK-1', evidence: [] })
  const { id, version } = await house.aicha.call.outcomes.log.mutate({ outcome: claim, version: null })
  await house.claire.call.review.verify.mutate({ ids: [{ id, version }] })
  expect(await one(record(ctx, [deal('BACK-1')]))).toMatchObject({ state: 'withdrawn' })
})

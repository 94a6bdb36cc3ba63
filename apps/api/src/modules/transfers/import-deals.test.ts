import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { isBlank } from '@oeuvre/domain/text/storable'
import { idKey } from '@oeuvre/domain/transfers/keys/rules'
import type { Mapping } from '@oeuvre/domain/transfers/schema'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makePerson, makeSomeone, makeTeam, makeTenant, type Someone, type Tenant } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { finished, importFile, undo } from '../../../test/imports.ts'
import { sharedFile } from '../../../test/shared-files.ts'
import { download } from '../../../test/uploads.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import { eraseImports } from './commands/erase-imports.ts'
import { runImport } from './commands/run-import.ts'
import { importContext } from './subscribers.ts'

let api: Api
let t: Tenant
let manager: Someone
let ada: Someone
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
})
afterAll(() => api.stop())
beforeEach(async () => {
  t = await makeTenant(api)
  const team = await makeTeam(api, t, 'Export')
  manager = await makeSomeone(api, t, 'Mona Manager', { manages: [team] })
  ada = await makeSomeone(api, t, 'Ada Byron', { teamId: team })
  await makePerson(api, t, 'Grace Hopper', { teamId: team })
  await makePerson(api, t, 'Gone Early', { teamId: team, leftOn: '2020-01-01' })
})

const header = 'deal id;client;stage;close date;amount;currency;source;owner;sdr;note\n'
type Deal = Partial<Record<'id' | 'client' | 'stage' | 'closed' | 'amount' | 'source' | 'owner' | 'sdr' | 'note', string>>
function line({
  id = 'D-1',
  client = 'Acme',
  stage = 'Won',
  closed = '2024-03-05',
  amount = '100.50',
  source = 'linkedin',
  owner = 'Ada Byron',
  sdr = '',
  note = '',
}: Deal) {
  return [id, client, stage, closed, amount, 'EUR', source, owner, sdr, note].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')
}
const send = (deals: Deal[], options: Parameters<typeof importFile>[4] = {}) =>
  importFile(api, t.administrator, 'deals', header + deals.map(line).join('\n'), options)

type Found = {
  id: string
  external_id: string
  state: string
  version: number
  subject: string
  value: string | null
  people: string[]
  credits: string
  bp: string
}
function outcomes(): Promise<Found[]> {
  return read(api.db, t.organizationId, (tx) =>
    tx.rows<Found>(sql`
      SELECT o.id, o.external_id, o.state, o.version, o.subject, o.value_minor AS value,
        ARRAY(SELECT p.name FROM contributor c JOIN person p ON p.id = c.person_id WHERE c.outcome_id = o.id ORDER BY c.position) AS people,
        (SELECT coalesce(sum(value_minor), 0)::text FROM credit c WHERE c.outcome_id = o.id) AS credits,
        (SELECT coalesce(sum(count_bp), 0)::text FROM credit c WHERE c.outcome_id = o.id) AS bp
      FROM outcome o WHERE o.organization_id = ${t.organizationId}::uuid ORDER BY o.external_id`),
  )
}
const causes = (id: string) =>
  read(api.db, t.organizationId, async (tx) =>
    (await tx.rows<{ cause: string }>(sql`SELECT DISTINCT cause FROM credit WHERE outcome_id = ${id}::uuid ORDER BY 1`)).map(
      ({ cause }) => cause,
    ),
  )
async function faults(id: string) {
  const { rows } = await t.administrator.call.transfers.faults.query({ id })
  return rows.map(({ number, faults: list }) => [number, ...list.map(({ column, value, code }) => `${column}: ${value}: ${code}`)])
}

describe('the CRM goes on', () => {
  test('a changed row updates the result, its value and its credits; the same again does nothing', async () => {
    await send([{}, { id: 'D-2', sdr: 'Grace Hopper' }])
    expect(await outcomes()).toMatchObject([
      { external_id: 'D-1', state: 'verified', value: '10050', credits: '10050', bp: '10000', people: ['Ada Byron'] },
      { external_id: 'D-2', people: ['Ada Byron', 'Grace Hopper'], bp: '10000' },
    ])
    const changed = [
      { amount: '200', client: 'Acme SA' },
      { id: 'D-2', sdr: 'Grace Hopper' },
    ]
    expect((await send(changed)).report).toMatchObject({ added: 0, updated: 1, unchanged: 1 })
    const [first] = await outcomes()
    expect(first).toMatchObject({ subject: 'Acme SA', value: '20000', credits: '20000', bp: '10000', state: 'verified' })
    expect(await causes(first!.id)).toEqual(['crm', 'verified'])
    expect((await send(changed)).report).toMatchObject({ updated: 0, unchanged: 2 })
  })

  test('won, then lost: reopened and withdrawn with the cause; won again: it is back; a row missing later: nothing', async () => {
    await send([{}, { id: 'D-2' }])
    const lost = await send([{ stage: 'Lost', closed: '', amount: '' }])
    expect([lost.dryRun, lost.report]).toMatchObject([{ withdrawn: 1 }, { withdrawn: 1, leftOut: { lost: 0 } }])
    const [first, second] = await outcomes()
    expect([first, second]).toMatchObject([
      { state: 'withdrawn', credits: '0', bp: '0' },
      { state: 'verified', bp: '10000' },
    ])
    expect(await causes(first!.id)).toEqual(['crm', 'verified'])
    // What came off the stage with it is told as the import ends, not by night.
    const turns = await api.db.pool.query(`SELECT FROM pgboss.job WHERE name = 'tend-stage' AND data->>'organizationId' = $1`, [
      t.organizationId,
    ])
    expect(turns.rowCount).toBe(2)
    await send([{}])
    expect((await outcomes())[0]).toMatchObject({ state: 'verified', bp: '10000' })
  })

  test('undo restores what was changed, withdraws what was added, and leaves what people touched since', async () => {
    await send([{}, { id: 'D-2' }])
    const second = await send([{ amount: '300' }, { id: 'D-2', amount: '400' }, { id: 'D-3' }])
    const [, touched] = await outcomes()
    await manager.call.review.reopen.mutate({ ids: [{ id: touched!.id, version: touched!.version }], words: 'not so sure' })
    const undone = await undo(api, t.administrator, second.id)
    expect(undone.undoLeft).toBe(1)
    expect((await t.administrator.call.transfers.left.query({ id: second.id })).rows).toMatchObject([{ kind: 'outcome', id: touched!.id }])
    expect(await outcomes()).toMatchObject([
      { external_id: 'D-1', state: 'verified', value: '10050', credits: '10050' },
      { external_id: 'D-2', state: 'submitted', value: '40000' },
      { external_id: 'D-3', state: 'withdrawn', credits: '0' },
    ])
  })
})

describe('rows of one deal', () => {
  test('that agree are one deal, their persons united; that do not are both faulty', async () => {
    const { report, id } = await send([{}, { owner: 'Grace Hopper' }, { id: 'D-2' }, { id: 'D-2', amount: '7' }])
    expect(report).toMatchObject({ rows: 4, added: 1, unchanged: 1, faulty: 2 })
    expect(await outcomes()).toMatchObject([{ external_id: 'D-1', people: ['Ada Byron', 'Grace Hopper'] }])
    expect(await faults(id)).toEqual([
      [3, 'deal id: D-2: external-id-conflict'],
      [4, 'deal id: D-2: external-id-conflict'],
    ])
  })
})

describe('people named in a deal', () => {
  test('unknown, several of one name, or gone before the day: faulty, with the reason', async () => {
    await makePerson(api, t, 'Ada  BYRON')
    const { report, id } = await send([
      { owner: 'Who Knows' },
      { id: 'D-2' },
      { id: 'D-3', owner: 'Gone Early' },
      { id: 'D-4', owner: 'Gone Early', closed: '2019-05-05' },
    ])
    expect(report).toMatchObject({ added: 1, faulty: 3 })
    expect(await faults(id)).toEqual([
      [1, 'owner: Who Knows: person-unknown'],
      [2, 'owner: Ada Byron: person-ambiguous'],
      [3, 'owner: Gone Early: person-has-left'],
    ])
  })

  test('unknown ones become persons without a login when that was asked for, and go with the undo', async () => {
    const answer = (mapping: Mapping): Mapping => (mapping.kind === 'deals' ? { ...mapping, createPersons: true } : mapping)
    const { dryRun, report, id } = await send([{ owner: 'Who Knows' }, { id: 'D-2', owner: 'who  knows' }], { answer })
    expect([dryRun, report]).toMatchObject([
      { added: 2, personsCreated: 1 },
      { added: 2, personsCreated: 1 },
    ])
    // The person stays: the withdrawn results name them.
    expect((await undo(api, t.administrator, id)).undoLeft).toBe(1)
  })

  test('results of whoever imports arrive for review', async () => {
    const { dryRun, report } = await send([{ owner: 'Ada Admin' }, { id: 'D-2' }])
    expect([dryRun, report]).toMatchObject([
      { added: 2, submitted: 1 },
      { added: 2, submitted: 1 },
    ])
    expect(await outcomes()).toMatchObject([{ state: 'submitted', bp: '0' }, { state: 'verified' }])
  })
})

describe('the objective that a result serves', () => {
  test('is meant by its title, of several that of the day; an unknown one is faulty; an empty cell says nothing; undone, it is as before', async () => {
    const [last, now] = [randomUUID(), randomUUID()]
    await write(api.db, t.organizationId, async (tx) => {
      for (const [id, year] of [
        [last, 2023],
        [now, 2024],
      ] as const)
        await tx.run(sql`INSERT INTO objective (organization_id, id, owner_id, title, measure, target, from_day, to_day)
          VALUES (${t.organizationId}::uuid, ${id}::uuid, ${manager.personId}::uuid, 'Win clients', 'results', 9, ${`${year}-01-01`}::date, ${`${year}-12-31`}::date)`)
    })
    const sendServing = (rows: [Deal, string][]) =>
      importFile(
        api,
        t.administrator,
        'deals',
        `${header.trim()};objective\n${rows.map(([deal, objective]) => `${line(deal)};${objective}`).join('\n')}`,
      )
    const served = () =>
      read(api.db, t.organizationId, (tx) =>
        tx.rows<{ external_id: string; objective_id: string | null; credited: string[] }>(sql`SELECT o.external_id, o.objective_id,
          ARRAY(SELECT c.objective_id::text FROM credit c WHERE c.outcome_id = o.id AND c.objective_id IS NOT NULL GROUP BY 1 HAVING sum(c.count_bp) > 0) AS credited
          FROM outcome o WHERE o.organization_id = ${t.organizationId}::uuid ORDER BY o.external_id`),
      )
    const { id: first } = await sendServing([
      [{ id: 'D-1' }, 'win  CLIENTS'],
      [{ id: 'D-2', client: 'Bolt' }, 'Be found'],
      [{ id: 'D-3', client: 'Cask' }, ''],
    ])
    expect(await faults(first)).toEqual([[2, 'objective: Be found: objective-unknown']])
    const before = [
      { external_id: 'D-1', objective_id: now, credited: [now] },
      { external_id: 'D-3', objective_id: null, credited: [] },
    ]
    expect(await served()).toEqual(before)
    const { id: second } = await sendServing([
      [{ id: 'D-1' }, ''],
      [{ id: 'D-3', client: 'Cask' }, last],
    ])
    expect(await served()).toEqual([before[0], { external_id: 'D-3', objective_id: last, credited: [last] }])
    await undo(api, t.administrator, second)
    expect(await served()).toEqual(before)
  })
})

describe('an interruption', () => {
  test('does not lose or double a row: what another worker takes over goes on where it was', async () => {
    const many = Array.from({ length: 1200 }, (_, i) => ({ id: `D-${i}` }))
    const { id } = await send(many, { until: 'checked' })
    const ctx = await importContext(api.deps, { organizationId: t.organizationId, importId: id })
    const { version } = await t.administrator.call.transfers.get.query({ id })
    await t.administrator.call.transfers.run.mutate({ id, version })
    // Two more workers on the same import, as after a restart.
    await Promise.all([runImport(ctx!, { id }), runImport(ctx!, { id })])
    const done = await finished(t.administrator, id, ['done'])
    expect(done).toMatchObject({ rowsDone: 1200, counts: { added: 1200, unchanged: 0 } })
    expect(await outcomes()).toHaveLength(1200)
  })
})

describe('after thirty days', () => {
  test('file and rows are gone, the report stays; what was never run goes whole; not a day earlier', async () => {
    const { id } = await send([{}, { id: 'D-2', owner: 'Who Knows' }])
    const { id: waiting } = await send([{ id: 'D-3' }], { until: 'checked' })
    const actor = await openNamedActor(api.db, t.organizationId, { kind: 'system', personId: null, importId: null })
    const erase = (days: number) =>
      eraseImports({ ...api.deps, actor, requestId: null, now: new Date(Date.now() + days * 86_400_000) }).then(({ erased }) => erased)
    expect([await erase(29), await erase(31), await erase(31)]).toEqual([0, 2, 0])
    expect(await t.administrator.call.transfers.get.query({ id })).toMatchObject({
      state: 'done',
      counts: { added: 1, faulty: 1 },
      reading: null,
    })
    expect((await t.administrator.call.transfers.faults.query({ id })).rows).toEqual([])
    expect((await t.administrator.call.transfers.list.query()).imports.map((one) => one.id)).not.toContain(waiting)
    expect(await outcomes()).toHaveLength(1)
  })
})

describe('a file of all kinds of trouble', () => {
  test('each faulty row with number, column, value and reason, also as a file; the others are taken', async () => {
    const { report, id } = await send([
      { id: 'D-1', closed: '2099-01-01' },
      { id: 'D-2', closed: '31/02/2024' },
      { id: 'D-3', amount: '-5' },
      { id: 'D-4', amount: '1,5,5' },
      { id: '' },
      { id: 'D-6', owner: '' },
      { id: 'D-7', client: 'x'.repeat(400) },
      { id: 'D-8' },
    ])
    expect(report).toMatchObject({ rows: 8, added: 1, faulty: 7 })
    const response = await fetch(`${api.url}/api/o/${t.slug}/imports/${id}/faults.csv`, { headers: { cookie: t.administrator.cookie } })
    const rows: Record<string, string>[] = parse(await response.text(), { bom: true, columns: true })
    expect(rows.map(({ row, column, value, reason }) => [row, column, value?.slice(0, 12), reason])).toEqual([
      ['1', 'close date', '2099-01-01', 'date-in-future'],
      ['2', 'close date', '31/02/2024', 'date-invalid'],
      ['3', 'amount', "'-5", 'amount-negative'],
      ['4', 'amount', '1,5,5', 'amount-invalid'],
      ['5', 'deal id', '', 'external-id-missing'],
      ['6', 'owner', '', 'person-missing'],
      ['7', 'client', 'xxxxxxxxxxxx', 'text-too-long'],
    ])
  })
})

describe('export and import', () => {
  const strings = sharedFile('naughty-strings/blns.json')
  test.skipIf(!strings)('every naughty string, in every text field, goes in, out, in elsewhere and out again unchanged', async () => {
    const list = (JSON.parse(readFileSync(strings ?? '', 'utf8')) as string[]).filter((text) => text.trim() !== '')
    const rows = list.map((text, i) => line({ id: `${i} ${text}`, client: text, source: '', note: text }))
    const first = await importFile(api, t.administrator, 'deals', header + rows.join('\n'))
    expect(first.report).toMatchObject({ rows: list.length, added: list.length, faulty: 0 })
    const executive = await makeSomeone(api, t, 'Eve Executive', { roles: ['executive'] })
    const { text } = await download(api, executive, 'outcomes.csv')
    const stored = await read(api.db, t.organizationId, (tx) =>
      tx.rows<{ subject: string; story: string; key: string }>(sql`
        SELECT subject, story_result AS story, external_id AS key FROM outcome WHERE organization_id = ${t.organizationId}::uuid`),
    )
    const byNumber = new Map(stored.map((row) => [Number.parseInt(row.key, 10), row]))
    expect(list.map((_, i) => byNumber.get(i)?.story)).toEqual(list)
    expect(list.map((_, i) => byNumber.get(i)?.subject)).toEqual(
      list.map((string, i) => (isBlank(string) ? `Deal ${idKey(`${i} ${string}`)}` : string)),
    )

    const other = await makeTenant(api)
    await makePerson(api, other, 'Ada Byron')
    const second = await importFile(api, other.administrator, 'deals', text)
    expect(second.report).toMatchObject({ rows: list.length, added: list.length, faulty: 0 })
    const texts = async (who: Someone) => {
      const csv: Record<string, string>[] = parse((await download(api, who, 'outcomes.csv')).text, { bom: true, columns: true })
      return csv.map(({ external_id, subject, story, title }) => [external_id, subject, story, title]).sort()
    }
    const elsewhere = await makeSomeone(api, other, 'Eve Executive', { roles: ['executive'] })
    expect(await texts(elsewhere)).toEqual(await texts(executive))
  })

  test('our own export, imported again, changes nothing', async () => {
    await send([
      { client: '=1+1', note: '\'=x\n"quoted"', sdr: 'Grace Hopper' },
      { id: '-2', client: "'", source: 'unknown' },
    ])
    const before = await outcomes()
    const { text } = await download(api, ada, 'outcomes.csv')
    const { report } = await importFile(api, t.administrator, 'deals', text)
    expect(report).toMatchObject({ rows: 2, added: 0, updated: 0, unchanged: 2, faulty: 0 })
    expect(await outcomes()).toEqual(before)
  })
})

import { readFileSync } from 'node:fs'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTenant, type Tenant } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { finished, importFile, undo } from '../../../test/imports.ts'
import { sharedFile } from '../../../test/shared-files.ts'

let api: Api
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
})
afterAll(() => api.stop())

type Member = { name: string; team: string | null; above: string | null; manages: string[] }
function directory(t: Tenant): Promise<Member[]> {
  return read(api.db, t.organizationId, (tx) =>
    tx.rows<Member>(sql`
      SELECT p.name, t.name AS team, a.name AS above,
        ARRAY(SELECT x.name FROM team_manager tm JOIN team x ON x.id = tm.team_id WHERE tm.person_id = p.id ORDER BY 1) AS manages
      FROM person p LEFT JOIN team_membership m ON m.person_id = p.id AND m.valid_to IS NULL LEFT JOIN team t ON t.id = m.team_id
      LEFT JOIN team_placement tp ON tp.team_id = t.id AND tp.valid_to IS NULL LEFT JOIN team a ON a.id = tp.parent_id
      WHERE p.organization_id = ${t.organizationId}::uuid AND p.name <> 'Ada Admin' ORDER BY p.name`),
  )
}
const teamNames = (t: Tenant) =>
  read(api.db, t.organizationId, (tx) =>
    tx.rows<{ name: string; parent: string | null }>(sql`
      SELECT t.name, a.name AS parent FROM team t JOIN team_placement tp ON tp.team_id = t.id LEFT JOIN team a ON a.id = tp.parent_id ORDER BY 2, 1`),
  )

describe('a sales organization', () => {
  const file = sharedFile('maven/sales_teams.csv')
  const truth = file ? JSON.parse(readFileSync(sharedFile('maven/truth.json') ?? '', 'utf8')) : null

  test.skipIf(!file)(
    '3 offices, 6 managers’ teams, 35 agents and the managers themselves; twice adds nothing; undo leaves nothing',
    async () => {
      const t = await makeTenant(api)
      const content = readFileSync(file ?? '')
      const first = await importFile(api, t.administrator, 'people', content)
      expect(first.dryRun).toMatchObject({ rows: 35, added: 35, faulty: 0, personsCreated: 6, teamsCreated: 9 })
      expect(first.report).toMatchObject({ rows: 35, added: 35, updated: 0, unchanged: 0, faulty: 0, personsCreated: 6, teamsCreated: 9 })
      const people = await directory(t)
      expect(people).toHaveLength(41)
      const managers = people.filter(({ manages }) => manages.length > 0)
      expect(Object.fromEntries(managers.map(({ name, above, manages }) => [name, manages.length === 1 && above]))).toEqual(
        truth.org['manager to office'],
      )
      expect(managers.every(({ name, team, manages }) => team === name && manages[0] === name)).toBe(true)
      const agents = people.filter(({ manages }) => manages.length === 0)
      const perManager = Object.fromEntries([...Map.groupBy(agents, ({ team }) => team)].map(([team, list]) => [team, list.length]))
      expect(perManager).toEqual(truth.org['agents per manager'])
      expect(agents.map(({ name }) => name)).toEqual(expect.arrayContaining(truth.org['agents with no opportunity']))
      expect((await teamNames(t)).filter(({ parent }) => parent === null)).toHaveLength(3)

      const again = await importFile(api, t.administrator, 'people', content)
      expect(again.report).toMatchObject({ added: 0, updated: 0, unchanged: 35, personsCreated: 0, teamsCreated: 0 })
      expect(await directory(t)).toEqual(people)

      await undo(api, t.administrator, first.id)
      expect(await directory(t)).toEqual([])
      expect(await teamNames(t)).toEqual([])
      expect(await t.administrator.call.transfers.get.query({ id: first.id })).toMatchObject({ state: 'undone', undoLeft: 0 })
    },
  )
})

describe('a list of staff', () => {
  const header = 'matricule;nom_complet;courriel;equipe;responsable;date_entree\n'
  const rows = [
    'V-1;Aïcha Benhaddou;a.b@valmont.fr;Export;V-3;13/03/2019',
    'V-2;Marius Petit;;Export;V-3;11/09/2006',
    'V-3;Nour Haddad;n.h@valmont.fr;Direction;;02/01/2001',
  ]

  test('a changed row updates, a faulty one says why and the others are taken; undo brings back what was', async () => {
    const t = await makeTenant(api)
    const first = await importFile(api, t.administrator, 'people', header + rows.join('\n'))
    expect(first.report).toMatchObject({ added: 3, faulty: 0, teamsCreated: 2 })
    const before = await directory(t)
    expect(before.map(({ name, team, manages }) => [name, team, manages])).toEqual([
      ['Aïcha Benhaddou', 'Export', []],
      ['Marius Petit', 'Export', []],
      ['Nour Haddad', 'Direction', ['Export']],
    ])
    const changed = [
      rows[0]!.replace('Export', 'SAV'),
      rows[1],
      'V-4;Mamadou Diarra;m.diarra@valmont;Export;V-3;11/09/2006',
      'V-5;Lucie Tran;;Export;V-99;11/09/2006',
      ';;;;;1',
      'V-6;trop;court',
    ]
    const second = await importFile(api, t.administrator, 'people', header + changed.join('\n'))
    expect(second.report).toMatchObject({ rows: 6, added: 0, updated: 1, unchanged: 1, faulty: 4, teamsCreated: 1 })
    const { rows: faulty } = await t.administrator.call.transfers.faults.query({ id: second.id })
    expect(
      faulty.map(({ number, line, faults }) => [number, line, ...faults.map(({ column, value, code }) => `${column}: ${value}: ${code}`)]),
    ).toEqual([
      [3, 4, 'courriel: m.diarra@valmont: email-invalid'],
      [4, 5, 'responsable: V-99: person-unknown'],
      [5, 6, 'nom_complet: : required', 'date_entree: 1: date-invalid'],
      [6, 7, 'null: V-6 · trop · court: row-too-few-fields'],
    ])
    expect((await directory(t)).find(({ name }) => name === 'Aïcha Benhaddou')).toMatchObject({ team: 'SAV' })
    await undo(api, t.administrator, second.id)
    expect(await directory(t)).toEqual(before)
  })

  test('two rows of one person are one when they agree, and both are faulty when they do not', async () => {
    const t = await makeTenant(api)
    const { report, id } = await importFile(
      api,
      t.administrator,
      'people',
      header + [rows[0], rows[0], rows[1], rows[1]!.replace('Petit', 'Grand'), rows[2]].join('\n'),
    )
    expect(report).toMatchObject({ added: 2, unchanged: 1, faulty: 2 })
    const { rows: faulty } = await t.administrator.call.transfers.faults.query({ id })
    expect(faulty.map(({ number, faults }) => [number, faults[0]?.code, faults[0]?.params])).toEqual([
      [3, 'external-id-conflict', { rows: '3, 4' }],
      [4, 'external-id-conflict', { rows: '3, 4' }],
    ])
  })

  test('the dry run changes nothing', async () => {
    const t = await makeTenant(api)
    const dry = await importFile(api, t.administrator, 'people', header + rows.join('\n'), { until: 'checked' })
    expect(dry.dryRun).toMatchObject({ added: 3, teamsCreated: 2 })
    expect([await directory(t), await teamNames(t)]).toEqual([[], []])
    expect((await finished(t.administrator, dry.id, ['checked'])).state).toBe('checked')
  })
})

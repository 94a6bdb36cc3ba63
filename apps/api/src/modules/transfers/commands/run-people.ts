import { sql } from '@oeuvre/db/sql'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { managersOfTeams } from '@oeuvre/domain/transfers/people/rules'
import type { PersonCandidate } from '@oeuvre/domain/transfers/people/schema'
import type { PeopleMapping } from '@oeuvre/domain/transfers/schema'
import type { Writing } from '../../../platform/writing.ts'
import { addManagers } from '../../people/commands/add-managers.sql.ts'
import { upsertPersons } from '../../people/commands/upsert-persons.sql.ts'
import { upsertTeams } from '../../people/commands/upsert-teams.sql.ts'
import { matchPersons } from '../../people/queries/match-persons.ts'
import { faultsOf, type StagedPerson, upsertPeople } from './judge-people.ts'
import { isName } from './mark-managers.sql.ts'
import type { ImportKey } from './stage-rows.sql.ts'
import { type DoneRow, recordSideEffects, type SideEffect, type WaitingRow } from './take-rows.sql.ts'

const person = (row: WaitingRow) => (row.candidate as StagedPerson).person

/** Carries out a batch of people in the transaction of the import; one answer per row. */
export async function runPeople(w: Writing, key: ImportKey, mapping: PeopleMapping, rows: readonly WaitingRow[]): Promise<DoneRow[]> {
  const waiting = rows.filter(({ candidate }) => candidate !== null)
  const { teams, created, persons } = await upsertPeople(w, waiting.map(person))
  await recordSideEffects(
    w.tx,
    key,
    created.map(({ id, version }) => ({ kind: 'team', id, version })),
  )
  return waiting.map((row, index): DoneRow => {
    const result = persons[index] ?? { kind: 'ambiguous', candidateIds: [] }
    const faults = faultsOf(mapping, person(row), teams[index] ?? null, result)
    const nothing = { number: row.number, reason: null, subject_kind: null, subject_id: null, version_after: null, before: null }
    if (faults.length > 0) return { ...nothing, result: 'faulty', faults }
    if (result.kind !== 'added' && result.kind !== 'updated') return { ...nothing, result: 'unchanged', faults: null }
    const before = result.kind === 'updated' ? result.before : null
    const touched = { subject_kind: 'person' as const, subject_id: result.id, version_after: result.version, before }
    return { ...nothing, ...touched, result: result.kind, faults: null }
  })
}

/** All people of the file once more, for who leads which team. */
async function peopleOf(w: Writing, key: ImportKey): Promise<PersonCandidate[]> {
  const rows = await w.tx.rows<{ person: PersonCandidate }>(sql`
    SELECT candidate -> 'person' AS person FROM import_row
    WHERE organization_id = ${key.organizationId}::uuid AND import_id = ${key.importId}::uuid AND candidate IS NOT NULL AND result <> 'faulty'
    ORDER BY number`)
  return rows.map((row) => row.person)
}

/** Managers given by a name that nobody bears become people of the team that they manage first. */
async function makeManagers(
  w: Writing,
  unknown: ReadonlyMap<string, { readonly text: string; readonly teamId: string }>,
): Promise<SideEffect[]> {
  const inputs = [...unknown.values()].map(({ text, teamId }) => ({
    externalId: null,
    name: text,
    email: null,
    team: { id: teamId, from: null },
  }))
  if (inputs.length === 0) return []
  const made = await upsertPersons(w, inputs)
  return made.flatMap((one) => (one.kind === 'added' ? [{ kind: 'person' as const, id: one.id, version: one.version }] : []))
}

/** After the last batch, when everybody is known: who manages which team. */
export async function runManagers(w: Writing, key: ImportKey): Promise<{ personsMade: number }> {
  const led = managersOfTeams(await peopleOf(w, key)).filter(({ managers }) => managers.length > 0)
  if (led.length === 0) return { personsMade: 0 }
  const { results } = await upsertTeams(
    w,
    led.map(({ path }) => ({ path })),
  )
  const pairs = led.flatMap(({ managers }, index) => {
    const team = results[index]
    return team?.kind === 'team' ? managers.map((manager) => ({ manager, teamId: team.id })) : []
  })
  const match = () =>
    matchPersons(
      w.tx,
      key.organizationId,
      pairs.map(({ manager }) => manager),
    )
  const first = await match()
  const unknown = new Map<string, { text: string; teamId: string }>()
  for (const [index, { manager, teamId }] of pairs.entries()) {
    const name = normalisedKey(manager.text)
    if (first[index]?.length === 0 && isName(manager) && !unknown.has(name)) unknown.set(name, { text: manager.text, teamId })
  }
  const made = await makeManagers(w, unknown)
  const known = made.length > 0 ? await match() : first
  const named = pairs.flatMap(({ teamId }, index) => {
    const one = known[index]?.length === 1 ? known[index]?.[0] : undefined
    return one ? [{ teamId, personId: one.id }] : []
  })
  const added = await addManagers(w, named)
  const managers = added.map(({ teamId, personId }): SideEffect => ({ kind: 'manager', id: personId, version: null, before: { teamId } }))
  await recordSideEffects(w.tx, key, [...made, ...managers])
  return { personsMade: made.length }
}

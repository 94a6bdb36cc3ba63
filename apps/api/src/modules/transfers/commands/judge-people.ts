import { sql } from '@oeuvre/db/sql'
import { type Tx, write } from '@oeuvre/db/tenant'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { personReader } from '@oeuvre/domain/transfers/people/rules'
import type { PersonCandidate, PersonReading } from '@oeuvre/domain/transfers/people/schema'
import type { Fault, PeopleMapping } from '@oeuvre/domain/transfers/schema'
import { newLedger } from '../../../platform/ledger.ts'
import type { CommandContext } from '../../../platform/mutate.ts'
import type { Writing } from '../../../platform/writing.ts'
import { type PersonInput, type PersonResult, upsertPersons } from '../../people/commands/upsert-persons.sql.ts'
import { type TeamResult, type UpsertedTeams, upsertTeams } from '../../people/commands/upsert-teams.sql.ts'
import { digestOf, type Judge } from './judge-deals.ts'
import type { ImportKey, StagedRow } from './stage-rows.sql.ts'

/** A person as it waits for the run; `keys`: the ways in which another row may name them as its manager. */
export type StagedPerson = { readonly person: PersonCandidate; readonly keys: readonly string[]; readonly news: readonly string[] }

class Rehearsed extends Error {}

/** Does something in a transaction that is always taken back: what it would have done is its answer. */
export async function rehearse<T>(ctx: CommandContext, act: (w: Writing) => Promise<T>): Promise<T> {
  let answer: { value: T } | null = null
  try {
    await write(ctx.db, ctx.actor.organizationId, async (tx: Tx) => {
      answer = { value: await act({ ctx, tx, emit: () => '', tools: { ledger: newLedger(), enqueue: async () => {} } }) }
      throw new Rehearsed()
    })
  } catch (error) {
    if (!(error instanceof Rehearsed) || !answer) throw error
  }
  return (answer as unknown as { value: T }).value
}

export type UpsertedPeople = {
  readonly teams: readonly (TeamResult | null)[]
  readonly created: UpsertedTeams['created']
  readonly persons: readonly PersonResult[]
}

/** Teams, then people in them; one answer per person. Where a team is ambiguous the person is not touched and the answer says so. */
export async function upsertPeople(w: Writing, people: readonly PersonCandidate[]): Promise<UpsertedPeople> {
  const paths = [...new Map(people.filter((p) => p.teamPath.length > 0).map((p) => [JSON.stringify(p.teamPath), p.teamPath])).entries()]
  const upserted = await upsertTeams(
    w,
    paths.map(([, path]) => ({ path })),
  )
  const byPath = new Map(paths.map(([key], index) => [key, upserted.results[index]]))
  const teams = people.map(({ teamPath }) => byPath.get(JSON.stringify(teamPath)) ?? null)
  const sound = people.flatMap((person, index) => (teams[index]?.kind === 'ambiguous' ? [] : [{ person, team: teams[index] }]))
  const inputs = sound.map(({ person, team }): PersonInput => {
    const { externalId, name, email, title, site, joinedOn } = person
    return { externalId, name, email, title, site, joinedOn, team: team?.kind === 'team' ? { id: team.id, from: null } : null }
  })
  const results = await upsertPersons(w, inputs)
  let next = 0
  const persons = teams.map((team): PersonResult => {
    if (team?.kind === 'ambiguous') return { kind: 'ambiguous', candidateIds: team.candidateIds }
    return results[next++] ?? { kind: 'ambiguous', candidateIds: [] }
  })
  return { teams, created: upserted.created, persons }
}

/** How many teams the rows that wait would make, parents too. */
export async function countNewTeams(ctx: CommandContext, key: ImportKey, tx: Tx): Promise<number> {
  const paths = await tx.rows<{ path: string[] }>(sql`
    SELECT DISTINCT r.candidate -> 'person' -> 'teamPath' AS path FROM import_row r
    WHERE r.organization_id = ${key.organizationId}::uuid AND r.import_id = ${key.importId}::uuid AND r.candidate IS NOT NULL
      AND r.candidate -> 'person' -> 'teamPath' <> '[]'`)
  const { created } = await rehearse(ctx, (w) => upsertTeams(w, paths))
  return created.length
}

export function headerOf(mapping: PeopleMapping, field: PeopleMapping['columns'][number]['field']): string | null {
  return mapping.columns.find((column) => column.field === field)?.header ?? null
}

/** Why a person cannot be taken in; none when they can. */
export function faultsOf(mapping: PeopleMapping, person: PersonCandidate, team: TeamResult | null, result: PersonResult): Fault[] {
  if (team?.kind === 'ambiguous')
    return [{ column: headerOf(mapping, 'team'), value: (person.teamPath.at(-1) ?? '').slice(0, 200), code: 'team-ambiguous' }]
  if (result.kind === 'ambiguous')
    return [{ column: headerOf(mapping, 'name'), value: person.name.slice(0, 200), code: 'person-ambiguous' }]
  if (result.kind === 'email-taken') return [{ column: headerOf(mapping, 'email'), value: person.email ?? '', code: 'email-taken' }]
  return []
}

/** What a person is known by within the file, so that two rows of one person meet. */
function identityOf({ externalId, email, name }: PersonCandidate): string {
  if (externalId) return externalId
  return email ? `e-mail ${email}` : `name ${normalisedKey(name)}`
}

function namesOf({ externalId, email, name }: PersonCandidate): string[] {
  return [externalId, email, name].flatMap((text) => (text ? [normalisedKey(text)] : []))
}

const faulty = { result: 'faulty', reason: null, candidate: null, fingerprint: null } as const

/** How rows of people are judged: by doing it and taking it back. */
export function personJudge(ctx: CommandContext, mapping: PeopleMapping): Judge {
  const readRow = personReader(mapping, ctx.actor.settings.timeZone)
  return async (rows) => {
    const readings = rows.map(({ cells }) => readRow(cells))
    const people = readings.flatMap((reading) => (reading.kind === 'person' ? [reading.person] : []))
    const rehearsed = await rehearse(ctx, (w) => upsertPeople(w, people))
    let next = 0
    return rows.map(({ number, line }, index): StagedRow => {
      const reading: PersonReading = readings[index] ?? { kind: 'faulty', externalId: null, faults: [] }
      if (reading.kind === 'faulty') return { number, line, external_id: reading.externalId, faults: reading.faults, ...faulty }
      const { person } = reading
      const [team, result] = [rehearsed.teams[next] ?? null, rehearsed.persons[next]]
      next++
      const faults = result ? faultsOf(mapping, person, team, result) : []
      const identity = identityOf(person)
      if (!result || faults.length > 0) return { number, line, external_id: identity, faults, ...faulty }
      const kind = result.kind === 'added' || result.kind === 'updated' ? result.kind : 'unchanged'
      const candidate: StagedPerson = { person, keys: namesOf(person), news: [] }
      return {
        number,
        line,
        external_id: identity,
        faults,
        result: kind,
        reason: null,
        candidate,
        fingerprint: digestOf(JSON.stringify(person)),
      }
    })
  }
}

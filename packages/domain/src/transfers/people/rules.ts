import { normalisedKey } from '../../text/normalised-key.ts'
import { textLimits } from '../../text/storable.ts'
import { readDate } from '../dates/rules.ts'
import { idKey } from '../keys/rules.ts'
import { type Cell, cellsByField, RowFaults, textsOf, widthFault } from '../rows/rules.ts'
import type { PeopleColumn, PeopleMapping, PersonReference } from '../schema.ts'
import type { PeopleField } from '../words/rules.ts'
import type { PersonCandidate, PersonReading } from './schema.ts'

type PeopleCell = Cell<PeopleColumn>
type Row = { readonly faults: RowFaults; cells(field: PeopleField): PeopleCell[]; filled(field: PeopleField): PeopleCell | undefined }

const email = /^[^\s@,;<>()]+@[^\s@.,;<>()]+(\.[^\s@.,;<>()]+)+$/

function readName(row: Row): string {
  const whole = row.filled('name')
  if (whole) return row.faults.text(whole)
  const parts = [row.filled('firstName'), row.filled('lastName')].filter((cell) => cell !== undefined)
  if (parts.length === 0) row.faults.add(row.cells('name')[0] ?? row.cells('lastName')[0] ?? null, 'required')
  return parts.map((cell) => row.faults.text(cell)).join(' ')
}

function readEmail(row: Row): string | null {
  const cell = row.filled('email')
  if (!cell) return null
  const address = row.faults.text(cell).trim().toLowerCase()
  if (address && !email.test(address)) row.faults.add(cell, 'email-invalid')
  return address || null
}

function readJoinedOn(row: Row, timeZone: string): string | null {
  const cell = row.filled('startedOn')
  if (!cell) return null
  const reading = readDate(cell.text, cell.column.dateOrder, timeZone)
  if ('day' in reading) return reading.day
  row.faults.add(cell, reading.fault)
  return null
}

/** Where a file has no column of teams, each manager's people are a team that bears the manager's name, below the parents stated. */
function readTeamPath(row: Row, manager: PersonReference | null, hasTeams: boolean, constant: string | null): string[] {
  const parents = row
    .cells('parentTeam')
    .flatMap(textsOf)
    .map((cell) => row.faults.text(cell))
  const own = row.filled('team')
  const last = own ? row.faults.text(own) : (constant ?? (hasTeams ? '' : (manager?.text ?? '')))
  const path: string[] = []
  for (const name of [...parents, last]) if (name.trim() && normalisedKey(name) !== normalisedKey(path.at(-1) ?? '')) path.push(name)
  return path
}

/** Reads rows of a list of staff under one mapping; pure, prepared once. `timeZone`: for stamps that name an offset. */
export function personReader(mapping: PeopleMapping, timeZone: string): (cells: readonly string[]) => PersonReading {
  const find = cellsByField<PeopleField, PeopleColumn>(mapping.columns)
  const hasTeams = mapping.columns.some(({ field }) => field === 'team')
  return (cells) => {
    const faults = new RowFaults()
    const filled = (field: PeopleField) => find(cells, field).find(({ text }) => text.trim() !== '')
    const row: Row = { faults, cells: (field) => find(cells, field), filled }
    const idCell = filled('externalId')
    const externalId = idCell ? idKey(faults.text(idCell, textLimits.key)) || null : null
    const width = widthFault(cells, mapping.columns.length)
    if (width) return { kind: 'faulty', externalId, faults: [width] }
    const managerCell = filled('manager')
    const manager = managerCell ? { text: faults.text(managerCell, textLimits.key), by: managerCell.column.personBy } : null
    const title = filled('title')
    const site = filled('site')
    const person: PersonCandidate = {
      externalId,
      name: readName(row),
      email: readEmail(row),
      title: title ? faults.text(title) : null,
      site: site ? faults.text(site) : null,
      teamPath: readTeamPath(row, manager, hasTeams, mapping.constants.team),
      manager,
      joinedOn: readJoinedOn(row, timeZone),
    }
    return faults.list.length > 0 ? { kind: 'faulty', externalId, faults: faults.list } : { kind: 'person', person }
  }
}

/** The ways in which a reference may name this person, as keys. */
function namesOf(person: PersonCandidate): string[] {
  return [person.externalId, person.email, person.name].flatMap((name) => (name ? [normalisedKey(name)] : []))
}

export type TeamManagers = { readonly path: readonly string[]; readonly managers: readonly PersonReference[] }

/**
 * Who manages each team: those whom its members name as their manager. The manager of a team's own manager, who stands in the
 * same team, is the next one up and not a manager of this team.
 */
export function managersOfTeams(people: Iterable<PersonCandidate>): TeamManagers[] {
  type Seen = { path: readonly string[]; members: { names: string[]; manager: PersonReference }[] }
  const teams = new Map<string, Seen>()
  for (const person of people) {
    if (person.teamPath.length === 0) continue
    const key = JSON.stringify(person.teamPath.map(normalisedKey))
    const team = teams.get(key) ?? { path: person.teamPath, members: [] }
    teams.set(key, team)
    if (person.manager) team.members.push({ names: namesOf(person), manager: person.manager })
  }
  return [...teams.values()].map(({ path, members }) => {
    const named = new Set(members.map(({ manager }) => normalisedKey(manager.text)))
    const led = members.filter(({ names }) => !names.some((name) => named.has(name)))
    const managers = new Map<string, PersonReference>()
    for (const { manager } of led.length > 0 ? led : members) managers.set(normalisedKey(manager.text), manager)
    return { path, managers: [...managers.values()] }
  })
}

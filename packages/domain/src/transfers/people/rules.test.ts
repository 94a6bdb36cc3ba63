import { describe, expect, test } from 'vitest'
import { PeopleMapping } from '../schema.ts'
import { managersOfTeams, personReader } from './rules.ts'
import type { PersonCandidate } from './schema.ts'

function reader(columns: Readonly<Record<string, string | null>>) {
  return personReader(
    PeopleMapping.parse({
      kind: 'people',
      columns: Object.entries(columns).map(([header, field]) => ({ header, field, dateOrder: 'dmy' })),
      constants: {},
    }),
    'Europe/Paris',
  )
}
function person(reading: ReturnType<ReturnType<typeof reader>>): PersonCandidate {
  if (reading.kind !== 'person') throw new Error(JSON.stringify(reading))
  return reading.person
}

describe('a row of a list of staff', () => {
  const payroll = reader({
    id: 'externalId',
    first: 'firstName',
    last: 'lastName',
    mail: 'email',
    team: 'team',
    boss: 'manager',
    since: 'startedOn',
    shoe: null,
  })

  test('is a person, a team and who leads it', () => {
    expect(person(payroll(['V-1', 'Aïcha', 'Benhaddou', 'A.B@Valmont.fr', 'Export', 'V-7', '04/03/2019', '42']))).toEqual({
      externalId: 'V-1',
      name: 'Aïcha Benhaddou',
      email: 'a.b@valmont.fr',
      title: null,
      site: null,
      teamPath: ['Export'],
      manager: { text: 'V-7', by: null },
      joinedOn: '2019-03-04',
    })
    expect(person(payroll(['', '', 'Cher', '', '', '', '', '']))).toMatchObject({
      externalId: null,
      name: 'Cher',
      teamPath: [],
      manager: null,
    })
  })

  test.each([
    [['V-1', '', ' ', '', '', '', '', ''], 'required'],
    [['V-1', 'A', 'B', 'm.diarra@atelier', '', '', '', ''], 'email-invalid'],
    [['V-1', 'A', 'B', '', '', '', '31/02/2019', ''], 'date-invalid'],
    [['V-1', 'A', 'B'], 'row-too-few-fields'],
  ])('%j: %s', (cells, code) => expect(payroll(cells)).toMatchObject({ kind: 'faulty', externalId: 'V-1', faults: [{ code }] }))

  test('says where somebody works, which is no team', () => {
    const located = reader({ name: 'name', lieu: 'site', team: 'team' })
    expect(person(located(['A', ' Lyon', 'Export']))).toMatchObject({ site: ' Lyon', teamPath: ['Export'] })
    expect(person(located(['A', '', 'Export'])).site).toBeNull()
  })

  test('without a column of teams, a manager’s people are a team below the parents stated', () => {
    const sales = reader({ agent: 'name', manager: 'manager', office: 'parentTeam' })
    expect(person(sales(['Anna Snelling', 'Dustin Brinkmann', 'Central'])).teamPath).toEqual(['Central', 'Dustin Brinkmann'])
    expect(person(sales(['Anna Snelling', '', 'Central'])).teamPath).toEqual(['Central'])
  })

  test('a team that repeats its parent’s name is the parent', () => {
    const deep = reader({ name: 'name', region: 'parentTeam', site: 'parentTeam', team: 'team' })
    expect(person(deep(['A', 'West', 'Lyon', ' lyon'])).teamPath).toEqual(['West', 'Lyon'])
  })
})

describe('who manages a team', () => {
  const member = (name: string, manager: string | null, ...teamPath: string[]): PersonCandidate => ({
    externalId: null,
    name,
    email: null,
    title: null,
    site: null,
    teamPath,
    manager: manager ? { text: manager, by: null } : null,
    joinedOn: null,
  })
  const managers = (...people: PersonCandidate[]) =>
    managersOfTeams(people).map(({ path, managers }) => `${path.join('/')}: ${managers.map(({ text }) => text).join(', ')}`)

  test('those whom its members name', () => {
    expect(managers(member('A', 'Bob', 'Export'), member('B', 'Bob ', 'Export'), member('C', null, 'SAV'))).toEqual([
      'Export: Bob ',
      'SAV: ',
    ])
  })

  test('but not the manager’s own manager', () => {
    expect(managers(member('Alice', 'Bob', 'Export'), member('Bob', 'Carol', 'Export'))).toEqual(['Export: Bob'])
  })

  test('teams of one name below different parents are two', () => {
    expect(managers(member('A', 'Bob', 'West', 'Sales'), member('B', 'Eve', 'East', 'Sales'))).toEqual([
      'West/Sales: Bob',
      'East/Sales: Eve',
    ])
  })
})

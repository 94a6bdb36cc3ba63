import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { sideOf } from '@oeuvre/domain/transfers/channels/rules'
import { mappingGaps } from '@oeuvre/domain/transfers/completeness/rules'
import { dealReader } from '@oeuvre/domain/transfers/deals/rules'
import type { DealCandidate, DealContext } from '@oeuvre/domain/transfers/deals/schema'
import { guessDealMapping, guessPeopleMapping } from '@oeuvre/domain/transfers/guess/rules'
import { managersOfTeams, personReader } from '@oeuvre/domain/transfers/people/rules'
import type { PersonCandidate } from '@oeuvre/domain/transfers/people/schema'
import { newTally, profileOf, tallyCell } from '@oeuvre/domain/transfers/profile/rules'
import type { DealMapping } from '@oeuvre/domain/transfers/schema'
import { describe, expect, test } from 'vitest'
import { openTable } from './read-table.ts'
import { recogniseDialect } from './recognise-dialect.ts'

const root = resolve(import.meta.dirname, '../../../../..')
const data = [process.env.OEUVRE_SHARED, join(root, '../shared'), join(dirname(root), '../shared')]
  .flatMap((folder) => (folder ? [join(folder, 'data')] : []))
  .find((folder) => existsSync(folder))
if (!data) console.info('skipped: ../shared/data is not here')

const won = '00000000-0000-4000-8000-000000000001'
const types = [{ id: won, code: 'client-won', name: null, valueKind: 'realised' as const }]
const context: DealContext = {
  timeZone: 'America/Sao_Paulo',
  today: '2026-11-22',
  firstAllowedDay: '2000-01-01',
  valueKinds: new Map([[won, 'realised']]),
}

async function table(path: string) {
  const open = () => createReadStream(join(data ?? '', path))
  const { columns, rows } = await openTable(open, await recogniseDialect(open))
  const tallies = columns.map(newTally)
  const cells: (readonly string[])[] = []
  for await (const row of rows) {
    cells.push(row.cells)
    for (const [i, tally] of tallies.entries()) tallyCell(tally, row.cells[i] ?? '')
  }
  return { columns: columns.map((header, i) => ({ header, profile: profileOf(tallies[i]!) })), cells }
}

function readDeals(mapping: DealMapping, cells: readonly (readonly string[])[]) {
  const read = dealReader(mapping, context)
  const deals: DealCandidate[] = []
  const others: Record<string, number> = {}
  for (const row of cells) {
    const reading = read(row)
    const what = reading.kind === 'left-out' ? reading.why : reading.kind
    if (reading.kind === 'deal') deals.push(reading.deal)
    else others[what] = (others[what] ?? 0) + 1
  }
  return { deals, others }
}

function tally<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1
  return counts
}

const truth = (folder: string) => JSON.parse(readFileSync(join(data ?? '', folder, 'truth.json'), 'utf8'))
const origin = ({ channels: [channel] }: DealCandidate) =>
  channel?.kind === 'social' ? 'social' : channel?.kind === 'conventional' ? channel.name : '(blank)'

describe.skipIf(!data)('real files, as the guess reads them', () => {
  test('won deals of a marketplace', async () => {
    const { columns, cells } = await table('olist/won_deals.csv')
    const { mapping } = guessDealMapping(columns, types)
    expect(
      mappingGaps(
        mapping,
        columns.map(({ profile }) => profile),
      ),
    ).toEqual([])
    const { deals, others } = readDeals(mapping, cells)
    const expected = truth('olist')
    expect([deals.length, others]).toEqual([expected.won, {}])
    expect(tally(deals, ({ channels }) => sideOf(channels))).toEqual({ conventional: 753, social: 75, 'not-stated': 14 })
    expect(tally(deals, ({ occurredOn }) => occurredOn.slice(0, 7))).toEqual(expected.won_by_month)
    const byOrigin = Object.entries<{ won: number }>(expected.by_origin).map(([name, { won: count }]) => [name, count])
    expect(tally(deals, origin)).toEqual(Object.fromEntries(byOrigin.filter(([, count]) => Number(count) > 0)))
    const halves = deals.flatMap(({ persons }) => persons.map(({ text }) => [text, 2 / persons.length] as const))
    const byPerson: Record<string, number> = {}
    for (const [person, half] of halves) byPerson[person] = (byPerson[person] ?? 0) + half
    const expectedHalves = Object.entries<string>(expected.half_credit_by_person).map(([person, credit]) => [person, Number(credit) * 2])
    expect(byPerson).toEqual(Object.fromEntries(expectedHalves))
  })

  test('a pipeline, with a constant for its currency', async () => {
    const { columns, cells } = await table('maven/sales_pipeline.csv')
    const { mapping } = guessDealMapping(columns, types)
    const profiles = columns.map(({ profile }) => profile)
    expect(mappingGaps(mapping, profiles)).toEqual([{ code: 'mapping-incomplete', field: 'constants.currency' }])
    const complete = { ...mapping, constants: { ...mapping.constants, currency: 'USD' } }
    expect(mappingGaps(complete, profiles)).toEqual([])
    const { deals, others } = readDeals(complete, cells)
    expect([deals.length, others]).toEqual([4238, { lost: 2473, open: 2089 }])
    expect(deals.reduce((sum, { value }) => sum + BigInt(value?.minor ?? 0), 0n)).toBe(1_000_553_400n)
  })

  test('a list of teams: offices, managers’ teams, agents', async () => {
    const { columns, cells } = await table('maven/sales_teams.csv')
    const read = personReader(guessPeopleMapping(columns), 'UTC')
    const people: PersonCandidate[] = []
    for (const row of cells) {
      const reading = read(row)
      if (reading.kind === 'person') people.push(reading.person)
    }
    const teams = managersOfTeams(people)
    expect([people.length, teams.length, new Set(people.map(({ teamPath }) => teamPath[0])).size]).toEqual([35, 6, 3])
    const { org } = truth('maven')
    expect(Object.fromEntries(teams.map(({ path, managers }) => [managers[0]?.text, path[0]]))).toEqual(org['manager to office'])
    expect(teams.every(({ managers, path }) => managers.length === 1 && managers[0]?.text === path.at(-1))).toBe(true)
  })
})

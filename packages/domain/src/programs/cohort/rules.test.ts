import { expect, test } from 'vitest'
import { addDays } from '../../time/calendar.ts'
import { type CohortAccount, type CohortFacts, cohortOf, spellOf, watchedUntil } from './rules.ts'

const start = '2025-01-01'
const day = (n: number) => addDays(start, n)
const account = (over: Partial<CohortAccount> = {}): CohortAccount => ({
  ...{ personId: 'a', namedOn: start, lastSignOn: start, closedOn: null, unseenFrom: null, ...over },
})

test('an account ends 180 days after its last sign, or closed; who left or withdrew is lost from sight, which is no end', () => {
  const today = day(400)
  const cases: [Partial<CohortAccount>, { days: number; ended: boolean }][] = [
    [{}, { days: 180, ended: true }],
    [{ lastSignOn: '2024-06-01' }, { days: 180, ended: true }], // before it was named: naming it is the sign
    [{ lastSignOn: day(100) }, { days: 280, ended: true }],
    [{ lastSignOn: day(300) }, { days: 400, ended: false }],
    [{ closedOn: day(20) }, { days: 20, ended: true }],
    [{ unseenFrom: day(179) }, { days: 179, ended: false }],
    [{ unseenFrom: day(180) }, { days: 180, ended: true }],
    [{ unseenFrom: start }, { days: 0, ended: false }],
  ]
  expect(cases.map(([over]) => spellOf(account(over), today))).toEqual(cases.map(([, spell]) => spell))
})

const facts: CohortFacts = {
  people: [0, 1, 2, 3, 4].map((n) => ({
    personId: 'abcde'.charAt(n),
    joinedOn: start,
    firstResultOn: n < 4 ? day(10 * (n + 1)) : null,
    hasLed: n < 4,
  })),
  // Of five, four are used to the end, one never was: after 180 days 4 / 5 live.
  accounts: watchedUntil(
    ['a', 'b', 'c', 'd', 'e'].map((personId, n) => account({ personId, lastSignOn: n < 4 ? day(399) : start })),
    day(400),
  ),
  ...{ outcomes: 4, resultsBp: 35_000n, valueMinor: 700_001n, budgetMinor: 70_000n, hours: 70 },
}
const everything = { smallestGroup: 5, knowsValue: true, knowsBudget: true }

test('per person, per account and per result, by hand', () => {
  const { survival, curve, ...rest } = cohortOf(facts, everything)
  expect(rest).toEqual({
    ...{ isSuppressed: false, smallestGroup: 5, people: 5, led: 4, firstAfterDays: null, outcomes: 4, resultsBp: '35000' },
    ...{ valueMinor: '700001', perPersonBp: '7000', valuePerPersonMinor: '140000', accounts: 5, perAccountBp: '7000' },
    ...{ costPerResultMinor: '20000', hoursPerResult: 20, valuePerAccountMinor: '140000', costPerValueBp: '1000' },
  })
  expect(survival?.map(({ days, share }) => [days, share?.bp])).toEqual([
    [91, 10_000],
    [183, 8_000],
    [365, 8_000],
  ])
  // One step at 180 days, drawn to the end of the year; at risk are those seen so long.
  expect(curve?.points.map(({ day, bp }) => [day, bp])).toEqual([
    [0, 10_000],
    [180, 8_000],
    [365, 8_000],
  ])
  expect(curve?.atRisk.map(({ count }) => count)).toEqual([5, 5, 4, 4])
  // With 90 %: 0.8 to the power of e to ±1.645 · √0.05 / 0.2231.
  expect(survival?.[1]?.share).toMatchObject({ lowBp: 3_135, highBp: 9_580 })
  expect(cohortOf(facts, { ...everything, smallestGroup: 4 }).firstAfterDays).toBe(20)
})

test('of fewer people than the smallest group nothing is told of people; of accounts neither where few own them', () => {
  const few = cohortOf({ ...facts, people: facts.people.slice(1) }, everything)
  expect([few.isSuppressed, few.people, few.led, few.perPersonBp, few.valuePerPersonMinor]).toEqual([true, null, null, null, null])
  const owners = cohortOf(
    { ...facts, accounts: facts.accounts.map((one) => ({ ...one, personId: one.personId === 'a' ? 'b' : one.personId })) },
    everything,
  )
  expect([owners.accounts, owners.perAccountBp, owners.survival]).toEqual([null, null, null])
  const reader = cohortOf(facts, { smallestGroup: 5, knowsValue: false, knowsBudget: false })
  expect([reader.valueMinor, reader.valuePerPersonMinor, reader.costPerResultMinor, reader.hoursPerResult]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

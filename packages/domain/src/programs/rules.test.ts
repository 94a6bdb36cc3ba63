import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actorOf } from '../../test/actors.ts'
import { countShown, ownStanding, type Participation, shownToCoaches } from './participation/rules.ts'
import { knowsParticipants, mayEditProgram, mayKnowBudget } from './policy.ts'
import { budgetOf, checkProgram, holdsDay, type ProgramFacts, waveOf } from './rules.ts'
import { SaveProgramInput } from './schema.ts'

const id = (n: number) => `0198f2a0-0000-7000-8000-${String(n).padStart(12, '0')}`
const input = SaveProgramInput.parse({
  ...{ id: id(1), version: null, title: 'LinkedIn for builders', why: '', objectiveId: null, ownerId: id(900), form: 'targeted' },
  ...{ channelIds: [], coachIds: [], from: '2026-01-01', to: '2026-12-31', budget: '', hours: null, waves: 1 },
})
const facts: ProgramFacts = {
  ...{ reportingCurrency: 'EUR', objectiveIds: new Set(), channelIds: new Set(), people: new Map([[id(900), { leftOn: null }]]) },
  today: '2026-11-22',
}

test('everything that is wrong is said at once, each beside its field', () => {
  const codes = (change: Partial<SaveProgramInput>, with_: Partial<ProgramFacts> = {}) =>
    checkProgram({ ...input, ...change }, { ...facts, ...with_ }).map(({ code, field }) => `${code} ${field}`)
  expect(codes({})).toEqual([])
  const people = new Map([[id(900), { leftOn: '2026-11-22' }]])
  const wrong = { budget: 'x', to: '2025-12-31', objectiveId: id(7), channelIds: [id(8)], coachIds: [id(9)] }
  expect(codes(wrong, { people })).toEqual([
    ...['amount-invalid budget', 'period-reversed to', 'not-found objectiveId', 'unknown-channel channelIds'],
    ...['person-has-left ownerId', 'not-found coachIds'],
  ])
  expect([budgetOf({ budget: ' ', decimalMark: ',' }, 'EUR'), budgetOf({ budget: '12 000,50', decimalMark: ',' }, 'EUR')]).toEqual([
    null,
    1200050n,
  ])
})

test('waves part the period evenly, and every day of it is of one', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' }
  const days = ['2025-12-01', '2026-01-01', '2026-03-31', '2026-07-02', '2026-07-03', '2026-12-31', '2027-01-01']
  expect(days.map((day) => waveOf({ ...year, waves: 2 }, day))).toEqual([1, 1, 1, 1, 2, 2, 2])
  expect(waveOf({ from: '2026-05-01', to: '2026-05-01', waves: 12 }, '2026-05-01')).toBe(1)
  expect([holdsDay(year, '2026-01-01'), holdsDay(year, '2026-12-31'), holdsDay(year, '2027-01-01')]).toEqual([true, true, false])
})

test('who may: nobody but owner and coaches learns who takes part, whatever their role', () => {
  const program = { ownerId: id(1), coachIds: [id(2)] }
  const person = (n: number, ...roles: ('manager' | 'executive' | 'administrator')[]) => actorOf(id(n), { roles: ['employee', ...roles] })
  const asked = [
    person(1),
    person(1, 'manager'),
    person(2),
    person(3, 'manager'),
    person(4, 'executive'),
    person(5, 'administrator'),
    person(6),
  ]
  expect(asked.map((who) => mayEditProgram(who, program))).toEqual([false, true, false, false, true, true, false])
  expect(asked.map((who) => knowsParticipants(who, program))).toEqual([true, true, true, false, false, false, false])
  expect(asked.map((who) => mayKnowBudget(who, program))).toEqual([true, true, true, false, true, true, false])
})

describe('nothing is told of whoever does not take part', () => {
  const dates = fc.option(fc.constantFrom('2026-01-01', '2026-02-02'))
  const part: fc.Arbitrary<Participation> = fc.record({
    isInvited: fc.boolean(),
    hasDeclined: fc.boolean(),
    joinedOn: dates,
    leftOn: dates,
  })

  test('to owner and coaches those invited are one and the same whatever they did, and who came unasked and left was never there', () => {
    fc.assert(
      fc.property(part, (one) => {
        if (one.joinedOn !== null && one.leftOn === null) return
        expect(shownToCoaches(one)).toEqual(one.isInvited ? { isTakingPart: false } : null)
      }),
    )
  })

  test('to themself: asked again only by an invitation that was not answered', () => {
    const blank = { isInvited: true, hasDeclined: false, joinedOn: null, leftOn: null }
    const left = { ...blank, joinedOn: '2026-01-01', leftOn: '2026-02-02' }
    const all = [
      null,
      blank,
      { ...blank, hasDeclined: true },
      { ...left, isInvited: false },
      { ...left, hasDeclined: true },
      { ...left, leftOn: null },
    ]
    expect(all.map(ownStanding)).toEqual(['none', 'invited', 'none', 'none', 'none', 'taking-part'])
    expect([0, 4, 5].map((n) => countShown(n, false, 5))).toEqual([null, null, 5])
    expect(countShown(2, true, 5)).toBe(2)
  })
})

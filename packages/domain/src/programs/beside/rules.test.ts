import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../time/calendar.ts'
import type { ProgramForm } from '../schema.ts'
import { type BesideFacts, besideOf } from './rules.ts'

const start = '2025-01-01'
const today = addDays(start, 400)
const program = (id: string, form: ProgramForm, owners: readonly string[], over: Partial<BesideFacts> = {}): BesideFacts => ({
  ...{ id, title: id, form, from: start, to: addDays(start, 99), today, knowsValue: true, knowsBudget: true },
  people: owners.map((personId) => ({ personId, joinedOn: start, firstResultOn: null, hasLed: false })),
  accounts: owners.map((personId) => ({ personId, days: 180, ended: true })),
  ...{ outcomes: 2, resultsBp: 20_000n, valueMinor: 1_000n, budgetMinor: 500n, hours: 10, ...over },
})
const some = (count: number, prefix: string) => Array.from({ length: count }, (_, n) => `${prefix}${n}`)
/** So many that lasted to the end of what is seen, and so many that nobody ever used. */
const lasting = (lasts: number, ended: number, prefix: string) => ({
  accounts: some(lasts + ended, prefix).map((personId, n) => ({ personId, days: n < lasts ? 400 : 180, ended: n >= lasts })),
})
const beside = (...programs: BesideFacts[]) => besideOf(programs, 5)

test('who wins is said only where the log-rank test allows it', () => {
  const of = (targeted: [number, number], mass: [number, number]) =>
    beside(program('t', 'targeted', some(60, 't'), lasting(...targeted, 't')), program('m', 'mass', some(300, 'm'), lasting(...mass, 'm')))
      .verdict
  // All ends on one day, so that it is the test of one table of two by two, by hand: 48/60 beside 30/300.
  const [n, d] = [360, 282]
  const variance = (d * (60 / n) * (300 / n) * (n - d)) / (n - 1)
  const z = Math.abs(12 - (d * 60) / n) / Math.sqrt(variance)
  expect(z).toBeGreaterThan(11)
  expect(of([48, 12], [30, 270])).toMatchObject({ kind: 'targeted-longer' })
  expect(of([6, 54], [270, 30])).toMatchObject({ kind: 'mass-longer' })
  const alike = of([30, 30], [153, 147])
  expect(alike).toMatchObject({ kind: 'no-clear-difference' })
  expect('p' in alike && alike.p).toBeGreaterThan(0.5)
  expect(of([59, 1], [299, 1])).toEqual({ kind: 'few' }) // too few ends
  expect(beside(program('t', 'targeted', some(60, 't'))).verdict).toEqual({ kind: 'one-form' })
  expect(beside(program('t', 'targeted', some(4, 't')), program('m', 'mass', some(90, 'm'))).verdict).toEqual({ kind: 'few' })
})

test('of a form: whoever takes part in two is one person, costs are those that were said, over what those programs brought', () => {
  const both = [program('a', 'mass', some(6, 'x')), program('b', 'mass', some(8, 'x'), { budgetMinor: null, resultsBp: 60_000n })]
  const [row] = beside(...both).forms
  expect(row).toMatchObject({ people: 8, accounts: 14, outcomes: 4, resultsBp: '80000', perPersonBp: '10000', costPerResultMinor: '250' })
  expect(row).toMatchObject({ costPerValueBp: '5000', hoursPerResult: 2.5, programIds: ['a', 'b'], until: addDays(start, 99) })
  const secret = [both[0]!, { ...both[1]!, knowsBudget: false, knowsValue: false }]
  expect(beside(...secret).forms[0]).toMatchObject({ valueMinor: null, costPerResultMinor: null, hoursPerResult: null })
})

test('no group smaller than the smallest is told of, nor had by subtraction from its form', () => {
  const sizes = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(sizes, fc.integer({ min: 2, max: 8 }), (all, smallestGroup) => {
      const { forms, programs } = besideOf(
        all.map((size, n) => program(`p${n}`, 'mass', some(size, `${n}-`))),
        smallestGroup,
      )
      for (const what of ['people', 'accounts'] as const) {
        const shown = programs.flatMap((row) => row[what] ?? [])
        expect(shown.every((count) => count >= smallestGroup)).toBe(true)
        const total = forms[0]?.[what] ?? null
        if (total === null) continue
        const rest = total - shown.reduce((sum, count) => sum + count, 0)
        expect(rest === 0 || rest >= smallestGroup).toBe(true)
      }
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DateCounts, dateShape, decideDateOrder, readDate } from './rules.ts'

const zone = 'Europe/Paris'

describe('the order of day, month and year', () => {
  test.each([
    ['2018-02-26', 'ymd'],
    ['2018/2/6', 'ymd'],
    ['20180226', 'ymd'],
    ['2018-02-26 19:58:54', 'ymd'],
    ['26/02/2018', 'dmy'],
    ['26.02.18', 'dmy'],
    ['02/26/2018', 'mdy'],
    ['2/26/2018 7:58 PM', 'mdy'],
    ['03/04/2018', 'either'],
    ['03/03/2018', 'any'],
    ['26 février 2018', 'any'],
    ['1er août 2024', 'any'],
    ['Feb 26, 2018', 'any'],
    ['26-Feb-18', 'any'],
    ['lundi 26 févr. 2018', 'any'],
    ['31/02/2018', null],
    ['2018-13-01', null],
    ['29/02/2023', null],
    ['12345678', null],
    ['yesterday', null],
    ['', null],
    ['2018-02-26-1', null],
  ])('%j: %s', (text, shape) => expect(dateShape(text)).toBe(shape))

  const counts = (some: Partial<DateCounts>): DateCounts => ({ ymd: 0, dmy: 0, mdy: 0, either: 0, any: 0, ...some })
  test.each([
    [counts({ either: 90, dmy: 1 }), { order: 'dmy', ask: false }],
    [counts({ either: 90, mdy: 1 }), { order: 'mdy', ask: false }],
    [counts({ either: 90 }), { order: null, ask: true }],
    [counts({ dmy: 5, mdy: 1 }), { order: null, ask: true }],
    [counts({ ymd: 4 }), { order: 'ymd', ask: false }],
    [counts({ any: 4 }), { order: null, ask: false }],
    [counts({}), { order: null, ask: false }],
  ])('%j → %j', (seen, verdict) => expect(decideDateOrder(seen)).toEqual(verdict))
})

describe('reading', () => {
  test.each([
    ['03/04/2018', 'dmy', { day: '2018-04-03' }],
    ['03/04/2018', 'mdy', { day: '2018-03-04' }],
    ['03/04/2018', null, { fault: 'date-ambiguous' }],
    ['03/03/2018', null, { day: '2018-03-03' }],
    ['26/02/2018', 'mdy', { fault: 'date-invalid' }],
    ['2018-02-26', 'dmy', { day: '2018-02-26' }],
    ['26 févr. 2018', null, { day: '2018-02-26' }],
    ['29/02/2024', 'dmy', { day: '2024-02-29' }],
    ['01/02/69', 'dmy', { day: '2069-02-01' }],
    ['01/02/70', 'dmy', { day: '1970-02-01' }],
    ['n/a', 'dmy', { fault: 'date-invalid' }],
  ] as const)('%j as %s', (text, order, reading) => expect(readDate(text, order, zone)).toEqual(reading))

  test('a time without a zone is local, one with a zone is brought to the organization’s', () => {
    expect(readDate('2018-07-01 00:12:01', 'ymd', 'Pacific/Auckland')).toEqual({ day: '2018-07-01' })
    expect(readDate('2018-06-30T23:30:00Z', 'ymd', zone)).toEqual({ day: '2018-07-01' })
    expect(readDate('2018-06-30T23:30:00+02:00', 'ymd', zone)).toEqual({ day: '2018-06-30' })
    expect(readDate('2018-07-01 1:30 AM +0200', 'ymd', 'UTC')).toEqual({ day: '2018-06-30' })
    expect(readDate('2018-06-30T99:30:00Z', 'ymd', zone)).toEqual({ fault: 'date-invalid' })
  })

  test('any day written in any order is read back, or said to be ambiguous', () => {
    const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.constantFrom('/', '-', '.'), (date, mark) => {
        const day = date.toISOString().slice(0, 10)
        const [y = '', m = '', d = ''] = day.split('-')
        expect(readDate([d, m, y].join(mark), 'dmy', zone)).toEqual({ day })
        expect(readDate([m, d, y].join(mark), 'mdy', zone)).toEqual({ day })
        expect(readDate([y, m, d].join(mark), null, zone)).toEqual({ day })
        const undecided = readDate([d, m, y].join(mark), null, zone)
        expect([{ day }, { fault: 'date-ambiguous' }]).toContainEqual(undecided)
      }),
    )
  })
})

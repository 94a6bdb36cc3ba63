import { expect, test } from 'vitest'
import { lastDayOfYearFrom } from './day.ts'

test('a year from a day ends on the eve of its anniversary, leap days or not', () => {
  const ends = ['2026-01-01', '2026-04-01', '2027-03-01', '2028-02-29', '2026-11-22'].map(lastDayOfYearFrom)
  expect(ends).toEqual(['2026-12-31', '2027-03-31', '2028-02-29', '2029-02-28', '2027-11-21'])
})

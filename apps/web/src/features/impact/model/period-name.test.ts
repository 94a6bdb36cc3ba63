import { expect, test } from 'vitest'
import { periodName } from './period-name.ts'

test.each([
  ['2026-02-01', '2026-02-28', 'month'],
  ['2024-02-01', '2024-02-28', 'days'],
  ['2026-07-01', '2026-09-30', 'quarter'],
  ['2026-08-01', '2026-10-31', 'days'],
  ['2026-01-01', '2026-12-31', 'year'],
  ['2025-04-01', '2026-03-31', 'twelve'],
  ['2026-01-05', '2026-02-10', 'days'],
])('%s to %s is a %s', (from, to, kind) => expect(periodName({ from, to }).kind).toBe(kind))

import { afterEach, expect, test, vi } from 'vitest'
import { createVisitCounter } from './commands/count-visits.ts'

afterEach(() => void vi.useRealTimers())

test('a visit waits a second at most, and five thousand do not wait at all', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const written: number[] = []
  const counter = createVisitCounter(async (rows) => void written.push(rows.reduce((sum, { n }) => sum + n, 0)), { warn: () => undefined })
  const now = new Date('2026-11-20T09:30:00Z')
  const visit = () => counter.count({ organizationId: 'o', linkId: 'l', host: '', device: 'phone', kind: 'human' }, now)
  visit()
  await vi.advanceTimersByTimeAsync(999)
  expect(written).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(written).toEqual([1])
  for (let n = 0; n < 4_999; n++) visit()
  expect(written).toEqual([1])
  visit()
  expect(written).toEqual([1, 5_000])
  await counter.stop()
})

import { expect, test } from 'vitest'
import { actorOf } from '../../../test/actors.ts'
import { delegationRefusal, mayDelegateFor } from './rules.ts'

test('a manager for themself, an administrator for anybody', () => {
  expect(
    [actorOf('claire'), actorOf('ada', { roles: ['administrator'] }), actorOf('rolf'), actorOf(null)].map((a) =>
      mayDelegateFor(a, 'claire'),
    ),
  ).toEqual([true, true, false, false])
})

test('two people, and days that are not over', () => {
  const of = (fromDay: string, toDay: string, delegateId = 'samuel') =>
    delegationRefusal({ personId: 'claire', delegateId, fromDay, toDay }, '2026-11-22')?.code ?? null
  expect([
    of('2026-11-20', '2026-11-22'),
    of('2026-11-22', '2026-11-22'),
    of('2026-11-20', '2026-11-21'),
    of('2026-12-02', '2026-12-01'),
    of('2026-12-01', '2026-12-02', 'claire'),
  ]).toEqual([null, null, 'last-day-too-early', 'last-day-too-early', 'invalid-input'])
})

import { describe, expect, test } from 'vitest'
import { type OutcomeState, offeredActions, outcomeStates } from '../schema.ts'
import { needsSecondLook, transitionOf, transitions, undoUntil, verifyTransition } from './rules.ts'

/** The table of the rules, once more, by hand: from · action · to · who · ledger. */
const written = `
draft edit draft author nothing
draft submit submitted author nothing
draft remove gone author nothing
submitted edit submitted author nothing
submitted withdraw withdrawn author nothing
submitted requestChanges changes-requested decider nothing
submitted decline declined decider nothing
submitted verify verified decider append
submitted merge merged decider nothing
second-look confirm verified other-decider append
second-look return submitted other-decider nothing
second-look merge merged decider nothing
changes-requested edit changes-requested author nothing
changes-requested submit submitted author nothing
changes-requested withdraw withdrawn author nothing
changes-requested undo submitted the-one-who-decided nothing
changes-requested merge merged decider nothing
declined reopenAsDraft draft author nothing
declined undo submitted the-one-who-decided nothing
declined merge merged decider nothing
withdrawn reopenAsDraft draft author nothing
withdrawn merge merged decider nothing
verified reopen submitted decider opposite
verified undo submitted the-one-who-decided opposite
verified amend verified decider replace
verified tellStory verified author-or-lead nothing
verified merge merged decider opposite`

describe('the states of an outcome', () => {
  test('every pair of state and action is as written, or refused', () => {
    const rows = new Map(
      written
        .trim()
        .split('\n')
        .map((line) => [line.split(' ').slice(0, 2).join(' '), line]),
    )
    for (const state of outcomeStates)
      for (const action of offeredActions) {
        const t = transitionOf(state, action)
        expect(t ? [t.from, t.action, t.to, t.who, t.ledger].join(' ') : undefined).toBe(rows.get(`${state} ${action}`))
      }
    expect(transitions).toHaveLength(rows.size)
  })

  test('the ledger is touched exactly when verified is entered or left', () => {
    for (const { from, to, ledger, action } of transitions) {
      const isIn = (state: OutcomeState | 'gone') => state === 'verified'
      const expected =
        action === 'tellStory' ? 'nothing' : isIn(from) ? (isIn(to) ? 'replace' : 'opposite') : isIn(to) ? 'append' : 'nothing'
      expect({ action, ledger }).toEqual({ action, ledger: expected })
    }
  })

  test('merged is the end; every other state has a way out', () => {
    expect(transitions.filter((t) => t.from === 'merged')).toEqual([])
    for (const state of outcomeStates)
      if (state !== 'merged') expect(transitions.some((t) => t.from === state && t.to !== state)).toBe(true)
  })

  test('verifying above the threshold waits for a second look, and so does the ledger', () => {
    expect(verifyTransition(false)).toEqual(transitionOf('submitted', 'verify'))
    expect(verifyTransition(true)).toMatchObject({ to: 'second-look', ledger: 'nothing' })
  })
})

describe('second look', () => {
  const of = (reportingMinor: bigint | null, threshold: string | null, isPresent = true) =>
    needsSecondLook({ isPresent, reportingMinor }, threshold)
  test('above the threshold, not at it', () => {
    expect([of(15_000_000n, '15000000'), of(15_000_001n, '15000000')]).toEqual([false, true])
  })
  test('never without a threshold or a value; always where a value could not be converted', () => {
    expect([of(10n ** 16n, null), of(null, '1', false), of(null, '1')]).toEqual([false, false, true])
  })
})

test('a decision can be undone for ten minutes', () => {
  expect(undoUntil(Date.UTC(2026, 2, 1, 12))).toBe(Date.UTC(2026, 2, 1, 12, 10))
})

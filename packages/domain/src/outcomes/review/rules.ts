import type { OutcomeAction, OutcomeState } from '../schema.ts'

/** What a transition does to the ledger. `replace`: the opposite of what stands, then the new entries. */
export type LedgerEffect = 'nothing' | 'append' | 'opposite' | 'replace'
/** `other-decider`: a decider other than the one who verified first. */
export type Who = 'author' | 'decider' | 'other-decider' | 'the-one-who-decided' | 'author-or-lead'

export type Transition = {
  readonly from: OutcomeState
  readonly action: OutcomeAction
  readonly to: OutcomeState | 'gone'
  readonly who: Who
  readonly ledger: LedgerEffect
}

const row = (
  from: OutcomeState,
  action: OutcomeAction,
  to: OutcomeState | 'gone',
  who: Who,
  ledger: LedgerEffect = 'nothing',
): Transition => ({
  from,
  action,
  to,
  who,
  ledger,
})

/** Every way in which an outcome may change. What is not here is refused. */
export const transitions: readonly Transition[] = [
  row('draft', 'edit', 'draft', 'author'),
  row('draft', 'submit', 'submitted', 'author'),
  row('draft', 'remove', 'gone', 'author'),
  row('submitted', 'edit', 'submitted', 'author'),
  row('submitted', 'withdraw', 'withdrawn', 'author'),
  row('submitted', 'requestChanges', 'changes-requested', 'decider'),
  row('submitted', 'decline', 'declined', 'decider'),
  row('submitted', 'verify', 'verified', 'decider', 'append'),
  row('second-look', 'confirm', 'verified', 'other-decider', 'append'),
  row('second-look', 'return', 'submitted', 'other-decider'),
  row('changes-requested', 'edit', 'changes-requested', 'author'),
  row('changes-requested', 'submit', 'submitted', 'author'),
  row('changes-requested', 'withdraw', 'withdrawn', 'author'),
  row('declined', 'reopenAsDraft', 'draft', 'author'),
  row('withdrawn', 'reopenAsDraft', 'draft', 'author'),
  row('verified', 'reopen', 'submitted', 'decider', 'opposite'),
  row('verified', 'undo', 'submitted', 'the-one-who-decided', 'opposite'),
  row('changes-requested', 'undo', 'submitted', 'the-one-who-decided'),
  row('declined', 'undo', 'submitted', 'the-one-who-decided'),
  row('verified', 'amend', 'verified', 'decider', 'replace'),
  row('verified', 'tellStory', 'verified', 'author-or-lead'),
  // Whatever is not a draft may turn out to be the same result as another; only what stood verified has something to take back.
  row('submitted', 'merge', 'merged', 'decider'),
  row('second-look', 'merge', 'merged', 'decider'),
  row('changes-requested', 'merge', 'merged', 'decider'),
  row('declined', 'merge', 'merged', 'decider'),
  row('withdrawn', 'merge', 'merged', 'decider'),
  row('verified', 'merge', 'merged', 'decider', 'opposite'),
]

export function transitionOf(from: OutcomeState, action: OutcomeAction): Transition | null {
  return transitions.find((t) => t.from === from && t.action === action) ?? null
}

/** Where verifying leads: above the threshold it waits for a second decider, and the ledger waits with it. */
export function verifyTransition(needsLook: boolean): Transition {
  return needsLook ? row('submitted', 'verify', 'second-look', 'decider') : row('submitted', 'verify', 'verified', 'decider', 'append')
}

/**
 * Above the organization's threshold, in minor units of its reporting currency. A value that could not be converted is looked
 * at twice: without a rate nobody can say that it is small.
 */
export function needsSecondLook(
  value: { readonly isPresent: boolean; readonly reportingMinor: bigint | null },
  thresholdMinor: string | null,
): boolean {
  if (thresholdMinor === null || !value.isPresent) return false
  return value.reportingMinor === null || value.reportingMinor > BigInt(thresholdMinor)
}

export const undoMinutes = 10

/** The instant (milliseconds since 1970) until which a decision can be undone; notices of it wait until then. */
export function undoUntil(decidedAt: number): number {
  return decidedAt + undoMinutes * 60_000
}

import type { OutcomeState } from '@oeuvre/domain/outcomes/schema'
import type { ReviewState } from '@oeuvre/ui/marks/state-mark.tsx'

/** The sign of a state; only one is named differently where it is drawn. */
export function signOf(state: OutcomeState): ReviewState {
  return state === 'changes-requested' ? 'changes' : state
}

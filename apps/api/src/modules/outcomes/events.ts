import type { OutcomeEvent } from '@oeuvre/domain/outcomes/events'
import type { Emit } from '../../platform/mutate.ts'

/** Appends an event of the closed union; the payload is what the union allows, so no text can enter the log. Returns its id. */
export function emitOutcome(emit: Emit, { type, outcomeId, ...payload }: OutcomeEvent): string {
  return emit({ type, subject: { kind: 'outcome', id: outcomeId }, payload })
}

import type { AccountEvent } from '@oeuvre/domain/accounts/events'
import type { Emit } from '../../platform/mutate.ts'

/** Narrows what this slice may say to its own events. */
export function emitAccount(emit: Emit, event: AccountEvent): string {
  const { type, accountId, ...payload } = event
  return emit({ type, subject: { kind: 'account', id: accountId }, payload })
}

import { createHash } from 'node:crypto'
import type { AccountEvent } from '@oeuvre/domain/accounts/events'
import type { Emit } from '../../platform/mutate.ts'

/** Narrows what this slice may say to its own events. */
export function emitAccount(emit: Emit, event: AccountEvent): string {
  const { type, accountId, ...payload } = event
  return emit({ type, subject: { kind: 'account', id: accountId }, payload })
}

/** What an erased account is told of by: equal for equal keys, and no address. */
export function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

import { createHash } from 'node:crypto'
import type { AccountEvent, AccountQuestionEvent, OwnPlatformEvent } from '@oeuvre/domain/accounts/events'
import type { Emit } from '../../platform/mutate.ts'

/** Narrows what this slice may say to its own events. */
export function emitAccount(emit: Emit, event: AccountEvent): string {
  const { type, accountId, ...payload } = event
  return emit({ type, subject: { kind: 'account', id: accountId }, payload })
}

/** Names of platforms are texts: they stay out of the log. */
export function emitPlatform(emit: Emit, { type, platformId }: OwnPlatformEvent): string {
  return emit({ type, subject: { kind: 'own-platform', id: platformId }, payload: {} })
}

export function emitQuestion(emit: Emit, { type, personId }: AccountQuestionEvent): string {
  return emit({ type, subject: { kind: 'person', id: personId }, payload: { personIds: [personId] } })
}

/** What an erased account is told of by: equal for equal keys, and no address. */
export function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

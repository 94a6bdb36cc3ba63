import type { FeedFailure } from './feeds/schema.ts'
import type { Platform } from './platforms/schema.ts'
import type { ProofKind } from './proofs/schema.ts'
import type { AccountPurpose, AccountVisibility } from './schema.ts'

/** What happens to accounts. Never an address or a handle: the event log is not blanked. */
type Base<T extends string, P> = { readonly type: T; readonly accountId: string } & P
type Consented = { readonly purpose: AccountPurpose; readonly visibility: AccountVisibility; readonly textVersion: string }

export type AccountEvent =
  | Base<'account.registered', Consented & { readonly platform: Platform }>
  | Base<'account.consent-changed', Consented>
  | Base<'account.withdrawn', Record<never, never>>
  | Base<'account.restored', Consented>
  | Base<'account.erased', { readonly cause: 'owner' | 'retention' }>
  | Base<'account.closed' | 'account.reopened', Record<never, never>>
  | Base<'account.feed-allowed', { readonly textVersion: string }>
  | Base<'account.feed-ended', Record<never, never>>
  /** Its feed could not be read several times in a row: said once, then it is left alone. */
  | Base<'account.feed-broken', { readonly failure: FeedFailure }>
  | Base<'account.proven', { readonly by: ProofKind }>
  /** Somebody else registered the same one; neither has shown that it is theirs. One event for each of them, which names no other. */
  | Base<'account.doubled', Record<never, never>>

export type AccountQuestionEvent = { readonly type: 'accounts.asked'; readonly personId: string }

export type OwnPlatformEvent = {
  readonly type: 'platform.saved' | 'platform.archived' | 'platform.restored'
  readonly platformId: string
}

export type AccountEventType = AccountEvent['type']

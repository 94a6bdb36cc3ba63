import type { Refusal } from '../errors/domain-error.ts'
import { keeping } from '../time/keeping.ts'
import type { OwnRule } from './own-platforms/schema.ts'
import { recogniseAccount } from './recognition/rules.ts'
import type { RecognisedAccount } from './recognition/schema.ts'
import { type AccountState, consentTextVersion, type RegisterAccount } from './schema.ts'

const day = 24 * 60 * 60 * 1000

/** Milliseconds in which a withdrawal can be taken back, after which consent has to be given anew. */
export const restoreWithin = 10 * 60 * 1000
/** Milliseconds after a withdrawal until address and handle are erased. */
export const erasedAfter = keeping.withdrawnAccount.days * day

/** A figure about fewer people than this could be a figure about one of them: none is given. Unless the organization says otherwise. */
export const smallestGroup = 5

export function stateOf(account: { readonly withdrawnAt: Date | null; readonly erasedAt: Date | null }): AccountState {
  if (account.erasedAt) return 'erased'
  return account.withdrawnAt ? 'withdrawn' : 'registered'
}

/** Consent is to a text: to another than the one that is shown today it would be consent to something unread. */
export function checkConsent(consent: { readonly textVersion: string }): Refusal[] {
  return consent.textVersion === consentTextVersion ? [] : [{ code: 'consent-text-changed', field: 'consent.textVersion' }]
}

/** What is registered, or all that stands against it. */
export function readRegistration(
  input: Pick<RegisterAccount, 'address' | 'platform' | 'consent'>,
  own: readonly OwnRule[] = [],
):
  | { readonly account: RecognisedAccount; readonly refusals: readonly [] }
  | { readonly account: null; readonly refusals: readonly Refusal[] } {
  const recognition = recogniseAccount(input.address, input.platform ?? null, own)
  const consent = checkConsent(input.consent)
  if ('account' in recognition && consent.length === 0) return { account: recognition.account, refusals: [] }
  return { account: null, refusals: [...('refusal' in recognition ? [{ ...recognition.refusal, field: 'address' }] : []), ...consent] }
}

/** Two people's accounts with one key: of one account, only one can be the owner. A workspace has many members. */
export function isDouble(account: Pick<RecognisedAccount, 'isShared'>): boolean {
  return !account.isShared
}

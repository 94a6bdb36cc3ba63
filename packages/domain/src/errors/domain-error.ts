/**
 * Every refusal the product can utter. A code is put into words in one place (`errors.<code>` in the message catalogues);
 * `field` names the input it belongs to (dotted path), `params` fills the message. Nothing else ever reaches a client.
 */
export const errorCodes = [
  'unauthenticated',
  'not-found',
  'forbidden',
  'invalid-input',
  'conflict',
  'request-key-reused',
  'too-many-attempts',
  'too-large',
  'unavailable',
  'internal',
  // identity, organizations
  'wrong-credentials',
  'password-too-short',
  'password-too-common',
  'link-invalid',
  'email-taken',
  'slug-taken',
  'last-administrator',
  'already-member',
  'member-elsewhere',
  'currency-in-use',
  'time-zone-unknown',
  'holiday-twice',
  // people
  'team-cycle',
  'overlapping-membership',
  'person-has-left',
  'team-archived',
  'team-not-empty',
  'external-id-taken',
  // accounts
  'address-not-recognised',
  'address-not-a-profile',
  'address-of-another-platform',
  'address-is-redirect',
  'address-unsafe',
  'address-not-public',
  'address-not-https',
  'platform-needed',
  'platform-known',
  'host-taken',
  'feeds-off',
  'no-public-feed',
  'pattern-invalid',
  'handle-invalid',
  'already-registered',
  'consent-needed',
  'consent-text-changed',
  'withdrawal-final',
  // money, dates
  'unknown-currency',
  'amount-invalid',
  'amount-ambiguous',
  'amount-too-large',
  'amount-negative',
  'amount-too-precise',
  'date-invalid',
  'date-in-future',
  'date-too-early',
  'required',
  'text-too-long',
  'text-unstorable',
  // rates
  'rate-invalid',
  'rate-twice',
  'rates-not-recognised',
  'rates-line',
  // outcomes
  'shares-do-not-add-up',
  'contributor-out-of-reach',
  'value-not-allowed',
  'unknown-type',
  'unknown-channel',
  'account-not-usable',
  'address-invalid',
  'too-many',
  'no-lead',
  'several-leads',
  'contributor-twice',
  'own-result',
  'nobody-can-decide',
  'state-changed',
  'needs-another-decider',
  'absent-took-part',
  'delegation-overlaps',
  'delegate-away',
  'last-day-too-early',
  'delegate-cannot-sign-in',
  'words-required',
  'undo-lapsed',
  'already-counted',
  'name-taken',
  'word-in-use',
  'last-reason',
  // impact
  'period-not-over',
  'period-closed',
  // objectives
  'objective-cycle',
  'objective-full',
  'target-invalid',
  'period-reversed',
  'period-too-long',
  // programs
  'already-on-stage',

  'program-ended',
  'program-not-then',
  // links
  'destination-not-allowed',
  'destination-not-https',
  'destination-not-plain',
  'link-to-link',
  'domain-of-many',
  'last-day-over',
  // recognition
  'self-thanks',
  'thanks-not-of-story',
  'private-to-one',
  'thanks-need-words',
  'thanks-copied',
  'award-own',
  'award-own-result',
  'award-nobody',
  'award-not-verified',
  'award-not-of-result',
  'ruled-out',
  // files
  'file-has-nothing',
  'file-too-large',
  'file-not-shown',
  'file-is-heic',
  'file-is-old-office',
  'file-disguised',
  'file-damaged',
  'file-dangerous',
  'file-too-many-pixels',
  'files-full',
  'file-unknown',
  'file-on-its-way',
  // transfers
  'file-not-csv',
  'file-empty',
  'file-encoding-broken',
  'file-too-many-columns',
  'file-duplicate-headers',
  'mapping-incomplete',
  'import-running',
  'import-undone',
  'file-quotes-broken',
  'file-record-too-large',
  'mapped-twice',
  'row-too-few-fields',
  'row-too-many-fields',
  'external-id-missing',
  'external-id-conflict',
  'stage-missing',
  'stage-unmapped',
  'date-missing',
  'date-ambiguous',
  'currency-missing',
  'currency-conflict',
  'person-missing',
  'person-unknown',
  'person-ambiguous',
  'team-ambiguous',
  'objective-unknown',
  'objective-ambiguous',
  'email-invalid',
  // reports
  'printing-unavailable',
  'mail-unavailable',
] as const

export type ErrorCode = (typeof errorCodes)[number]
export type ErrorParams = Readonly<Record<string, string | number>>

export type Refusal = { readonly code: ErrorCode; readonly field?: string | undefined; readonly params?: ErrorParams | undefined }

/** The one error class. Thrown by rules, policies and commands; anything else that is thrown is a defect and shows as `internal`. */
export class DomainError extends Error {
  readonly refusals: readonly Refusal[]
  constructor(refusal: ErrorCode | Refusal | readonly Refusal[], cause?: unknown) {
    const list: readonly Refusal[] = typeof refusal === 'string' ? [{ code: refusal }] : 'code' in refusal ? [refusal] : refusal
    super(list.map((r) => (r.field ? `${r.code} (${r.field})` : r.code)).join(', '), { cause })
    this.name = 'DomainError'
    this.refusals = list
  }
  get code(): ErrorCode {
    return this.refusals[0]?.code ?? 'internal'
  }
}

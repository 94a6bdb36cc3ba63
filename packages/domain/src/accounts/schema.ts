import { z } from 'zod'
import { refuse } from '../errors/refusals.ts'
import { Id } from '../ids/ids.ts'
import { Line, requiredText, textLimits } from '../text/storable.ts'
import { Day, Instant } from '../time/day.ts'
import { Activity } from './activity/schema.ts'
import { FeedFailure } from './feeds/schema.ts'
import { Platform } from './platforms/schema.ts'
import { proofKinds } from './proofs/schema.ts'

/** Why the account is on the list: kept for work, or one's own that also serves work. */
export const accountPurposes = ['work', 'personal-work'] as const
export const AccountPurpose = z.enum(accountPurposes)
export type AccountPurpose = z.infer<typeof AccountPurpose>

/** Whom the owner lets see it, from nobody else to everybody. */
export const accountVisibilities = ['me', 'managers', 'organization'] as const
export const AccountVisibility = z.enum(accountVisibilities)
export type AccountVisibility = z.infer<typeof AccountVisibility>

/** The consent text that is shown today. A change of its meaning, in any language, takes a new version; given consents keep theirs. */
export const consentTextVersion = '2026-11b'

export const Consent = z.object({
  accepted: z.boolean().superRefine((isAccepted, ctx) => {
    if (!isAccepted) refuse(ctx, 'consent-needed')
  }),
  textVersion: Line,
})

/**
 * There is no person in it: an account is the caller's own, always. The browser mints `id`, so that the same submission sent twice is
 * one account.
 */
export const RegisterAccount = z.object({
  id: Id,
  /** As it was pasted: an address in any usual form, or a handle where the platform is chosen. */
  address: requiredText(textLimits.address),
  platform: Platform.nullish(),
  purpose: AccountPurpose,
  visibility: AccountVisibility,
  consent: Consent,
})
export type RegisterAccount = z.infer<typeof RegisterAccount>

const Versioned = z.object({ id: Id, version: z.int().min(1) })

export const ChangeConsent = Versioned.extend({ purpose: AccountPurpose, visibility: AccountVisibility, consent: Consent })
export type ChangeConsent = z.infer<typeof ChangeConsent>

/** `eraseNow`: address and handle go at once instead of after thirty days; cannot be undone. */
export const WithdrawAccount = Versioned.extend({ eraseNow: z.boolean().default(false) })
export type WithdrawAccount = z.infer<typeof WithdrawAccount>

export const RestoreAccount = Versioned

/** "I used it", once a day; false takes today's back. */
export const UseAccount = z.object({ id: Id, isUsed: z.boolean().default(true) })
export type UseAccount = z.infer<typeof UseAccount>

/** The owner says that they closed it, or that they opened it again. */
export const CloseAccount = Versioned.extend({ isClosed: z.boolean() })
export type CloseAccount = z.infer<typeof CloseAccount>

/** The text about reading a public feed, agreed to on top of that of registering. */
export const feedTextVersion = 'feed-2026-11'

/** Allowing needs the text that was shown; ending needs nothing. Allowed again, a paused one is read again. */
export const AllowFeed = Versioned.extend({ isAllowed: z.boolean(), textVersion: Line.nullish() })
export type AllowFeed = z.infer<typeof AllowFeed>

/** The monthly question, on or off for the one who asks. */
export const AccountQuestion = z.object({ isOff: z.boolean() })
export type AccountQuestion = z.infer<typeof AccountQuestion>

/** What the organization decides; `canReadFeeds`: the server may go outside at all. */
export const AccountSettings = z.object({ readsFeeds: z.boolean(), canReadFeeds: z.boolean() })
export const SaveAccountSettings = z.object({ readsFeeds: z.boolean() })
export type SaveAccountSettings = z.infer<typeof SaveAccountSettings>

/** What came of looking into a profile for the code: shown, not there, or why it could not be read. */
export const ProofResult = z.object({ provenBy: z.enum(proofKinds).nullable(), failure: FeedFailure.nullable() })
export type ProofResult = z.infer<typeof ProofResult>
export type RestoreAccount = z.infer<typeof RestoreAccount>

export const accountPage = { default: 50, max: 200 } as const

export const AccountFilter = z.object({
  platform: Platform.nullish(),
  teamId: Id.nullish(),
  /** Part of a name or handle. */
  text: Line.nullish(),
})
export type AccountFilter = z.infer<typeof AccountFilter>

/** The same filter in the address bar; what cannot be read there is left out rather than refused. */
export const AccountSearch = z.object({ platform: Platform.optional().catch(undefined), text: Line.optional().catch(undefined) })

export const ListAccounts = AccountFilter.extend({
  cursor: z.string().max(2_000).nullish(),
  limit: z.int().min(1).max(accountPage.max).default(accountPage.default),
})
export type ListAccounts = z.infer<typeof ListAccounts>

export const accountActions = ['change', 'withdraw', 'restore', 'erase'] as const
export const AccountCan = z.record(z.enum(accountActions), z.boolean())
export type AccountAction = (typeof accountActions)[number]
export type AccountCan = Readonly<Record<AccountAction, boolean>>

export const accountStates = ['registered', 'withdrawn', 'erased'] as const
export const AccountState = z.enum(accountStates)
export type AccountState = z.infer<typeof AccountState>

export const AccountView = z.object({
  id: z.string(),
  platform: Platform,
  /** What the organization calls a platform that it added; null for those of the table. */
  platformName: z.string().nullable(),
  /** As written beside the platform's name; null once erased. */
  label: z.string().nullable(),
  address: z.string().nullable(),
  owner: z.object({ id: z.string(), name: z.string() }),
  isOwn: z.boolean(),
  purpose: AccountPurpose,
  /** Only to the owner: whom they chose to show it to is theirs to know. */
  visibility: AccountVisibility.nullable(),
  consentedAt: Instant,
  consentTextVersion: z.string(),
  /** Ownership was shown; else it is stated by the owner. */
  isProven: z.boolean(),
  /** How, to the owner. */
  provenBy: z.enum(proofKinds).nullable(),
  /** How it stands and by which sign; to the owner alone, who said or allowed each of them. */
  activity: Activity.nullable(),
  /** Its public feed, to the owner alone; null: the platform has none that may be read. */
  feed: z
    .object({
      isAllowed: z.boolean(),
      /** Asked again when the owner says so. */
      isPaused: z.boolean(),
      readAt: Instant.nullable(),
      failure: FeedFailure.nullable(),
    })
    .nullable(),
  state: AccountState,
  withdrawnAt: Instant.nullable(),
  /** Withdrawn: when address and handle are erased. */
  erasesAt: Instant.nullable(),
  /** Day of the latest verified result that it carried; only to the owner: a list of names beside results, or none, would be a ranking. */
  lastResultOn: Day.nullable(),
  version: z.int(),
  can: AccountCan,
})
export type AccountView = z.infer<typeof AccountView>

export const consentActions = ['given', 'changed', 'withdrawn', 'restored', 'feed-allowed', 'feed-ended'] as const

/** One entry of an agreement's history: what was agreed to, which text was shown, when. */
export const Agreement = z.object({
  action: z.enum(consentActions),
  purpose: AccountPurpose,
  visibility: AccountVisibility,
  textVersion: z.string(),
  at: Instant,
})
export type Agreement = z.infer<typeof Agreement>

export const AccountPage = z.object({ accounts: z.array(AccountView), nextCursor: z.string().nullable() })

/** How many accounts there are, for those who may not see them; null where the group is too small to be counted. */
export const AccountCounts = z.object({
  people: z.int(),
  counts: z
    .object({
      registered: z.int(),
      ledToResult: z.int(),
      byPlatform: z.array(z.object({ platform: Platform, registered: z.int() })),
    })
    .nullable(),
  smallestGroup: z.int(),
})
export type AccountCounts = z.infer<typeof AccountCounts>

import type { AddressRefusal } from '../addresses/rules.ts'
import type { Platform } from '../platforms/schema.ts'
import type { PostingTime } from '../posting-times/rules.ts'

export type RecognisedAccount = {
  readonly platform: Platform
  /** Which of the platform's kinds: `in` or `company` on LinkedIn, `channel` on YouTube … */
  readonly kind: string
  /** The name alone. */
  readonly handle: string
  /** The name as it is written beside the platform: `in/jane-doe`, `@jane`, `@jane@example.social`. */
  readonly label: string
  /** Canonical, https. */
  readonly address: string
  /** Equal for two addresses of the same account, as far as that can be told without asking anybody. */
  readonly key: string
  /** A place shared by many people; the same one twice is no double. */
  readonly isShared: boolean
  /** The host is of no known platform: the platform is a guess that the owner may correct. */
  readonly isGuess: boolean
  /** Of `own`: which of the organization's. */
  readonly ownPlatformId?: string
}

export type AccountRecognition = { readonly account: RecognisedAccount } | { readonly refusal: AddressRefusal }

export type RecognisedLink = {
  /** Without tracking parameters; otherwise as it was pasted. */
  readonly address: string
  /** null: no platform of the table. */
  readonly platform: Platform | null
  readonly what: 'profile' | 'post' | 'page'
  /** Whose it is, where the address says so. */
  readonly author: { readonly handle: string; readonly label: string } | null
  /** Keys of the accounts that it may belong to, likeliest first. */
  readonly accountKeys: readonly string[]
  /** When it appeared, where the id of the post tells. */
  readonly posted: PostingTime | null
}

export type LinkRecognition = { readonly link: RecognisedLink } | { readonly refusal: AddressRefusal }

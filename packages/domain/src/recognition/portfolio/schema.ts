import { z } from 'zod'
import { ContributorRole } from '../../credits/schema.ts'
import { Id } from '../../ids/ids.ts'
import { EmailAddress } from '../../organizations/access/schema.ts'
import { PersonRef } from '../../outcomes/schema.ts'
import { Day } from '../../time/day.ts'

/** Of the organization's vocabulary: its own name, or a code that has words. */
const NamedWord = z.object({ code: z.string().nullable(), name: z.string().nullable() })

/** Who sees what is gathered of a person, besides themself. */
export const sharedWiths = ['nobody', 'person', 'organization'] as const
export const SharedWith = z.enum(sharedWiths)
export type SharedWith = z.infer<typeof SharedWith>

/** `personId` goes with `person` alone. */
export const SharePortfolioInput = z.object({ sharedWith: SharedWith, personId: Id.nullable() })
export type SharePortfolioInput = z.infer<typeof SharePortfolioInput>

/** `with`: null for whoever is not its owner, and where it is nobody in particular. */
export const SharingOutput = z.object({ isShown: z.boolean(), sharedWith: SharedWith.nullable(), person: PersonRef.nullable() })
export type SharingOutput = z.infer<typeof SharingOutput>

export const portfolioLimits = { stories: 200, thanks: 50, trendQuarters: 8, linkDays: 30 } as const

/** Days, both included; left out: from the beginning, to now. `personId`: of somebody who shares it; left out: one's own. */
export const PortfolioInput = z.object({ personId: Id.optional(), from: Day.optional(), to: Day.optional() })
export type PortfolioInput = z.infer<typeof PortfolioInput>

export const PortfolioStory = z.object({
  id: Id,
  title: z.string(),
  type: NamedWord.extend({ pigment: z.int().nullable() }).nullable(),
  /** null: none was named, not for this reader, or withheld. */
  client: z.string().nullable(),
  on: Day.nullable(),
  role: ContributorRole,
  /** Everybody's, oneself included: what shares and pictures are drawn from. */
  weights: z.array(z.object({ personId: Id, role: ContributorRole, weight: z.int() })),
  skill: NamedWord.nullable(),
  story: z.object({ situation: z.string(), action: z.string(), result: z.string() }),
  /** Who made it happen with them. */
  colleagues: z.array(z.string()),
})
export type PortfolioStory = z.infer<typeof PortfolioStory>

/** What somebody did, by its day: never by size, number or channel. */
export const PortfolioOutput = z.object({
  owner: PersonRef.extend({ title: z.string().nullable(), organization: z.string() }),
  isOwn: z.boolean(),
  withholdsClients: z.boolean(),
  stories: z.array(PortfolioStory),
  /** Older ones were left out. */
  isCut: z.boolean(),
  /** Said in the open and hidden by nobody: what is private stays between two. */
  thanks: z.array(z.object({ id: Id, writer: PersonRef.nullable(), text: z.string(), story: z.string(), on: Day })),
  /** Those that stand. */
  awards: z.array(z.object({ id: Id, giver: PersonRef.nullable(), reason: z.string(), on: Day, team: z.string().nullable() })),
  /** Of their owner alone, where the organization allows it: results a quarter, the oldest first. */
  trend: z.array(z.object({ from: Day, results: z.int() })).nullable(),
})
export type PortfolioOutput = z.infer<typeof PortfolioOutput>

export const WithholdClientsInput = z.object({ isWithheld: z.boolean() })
/** `address` null: none, or no longer. `canMail`: this server sends mail. */
export const LeavingAddress = z.object({ address: z.string().nullable(), canMail: z.boolean() })
export const SaveLeavingAddressInput = z.object({ address: EmailAddress.nullable() })
export type SaveLeavingAddressInput = z.infer<typeof SaveLeavingAddressInput>
/**
 * What whoever administers sees of somebody who left: never an address. `willMail`: it goes to the one that they gave, once undo has
 * lapsed; `mailed` null: it went to none.
 */
export const Leaving = z.object({
  willMail: z.boolean(),
  mailed: z.enum(['sent', 'unknown', 'refused']).nullable(),
  expiresOn: Day.nullable(),
  isFetched: z.boolean(),
})
export type Leaving = z.infer<typeof Leaving>
export const LeavingLinkInput = z.object({ token: z.string().max(200) })
/** `token`: shown once, stored nowhere. */
export const LeavingLinkMade = z.object({ token: z.string(), expiresOn: Day })
export const LeavingLinkView = z.object({ organizationName: z.string(), personName: z.string(), expiresOn: Day })
export type LeavingLinkView = z.infer<typeof LeavingLinkView>

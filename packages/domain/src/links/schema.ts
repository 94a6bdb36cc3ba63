import { z } from 'zod'
import { OutsideRefusal } from '../accounts/outside/schema.ts'
import { type Platform, platforms } from '../accounts/platforms/schema.ts'
import { Id } from '../ids/ids.ts'
import { ProgramRef } from '../programs/schema.ts'
import { Line, textLimits, Words } from '../text/storable.ts'
import { Day } from '../time/day.ts'

export const linkLimits = {
  domains: 50,
  /** Days that a link may work, at most. */
  days: 3660,
  perPerson: 2_000,
  changes: 50,
} as const

/** Where a link is shared, besides on a platform. */
export const otherPlaces = ['email', 'message', 'print', 'event'] as const
export type OtherPlace = (typeof otherPlaces)[number]
export const linkPlaces = [...platforms, ...otherPlaces] as const satisfies readonly (Platform | OtherPlace)[]
export const LinkPlace = z.enum(linkPlaces)
export type LinkPlace = z.infer<typeof LinkPlace>

/**
 * `id` is minted by the client: sent twice, it is one. `accountId`: which of one's own accounts it is shared from. `note`: the owner's own
 * word for it, shown to nobody else. `lastDay`: the last day on which it works; null: until it is withdrawn.
 */
export const MakeLink = z.object({
  id: Id,
  destination: z.string().max(textLimits.address * 2),
  place: LinkPlace,
  accountId: Id.nullable(),
  programId: Id.nullable(),
  note: Line,
  lastDay: Day.nullable(),
})
export type MakeLink = z.infer<typeof MakeLink>
/** `before`: where it led as its owner saw it. */
export const ChangeLink = z.object({ id: Id, before: z.string(), destination: MakeLink.shape.destination })
export type ChangeLink = z.infer<typeof ChangeLink>
export const WithdrawLink = z.object({ id: Id, isWithdrawn: z.boolean() })
export type WithdrawLink = z.infer<typeof WithdrawLink>

/** What a visitor finds. `blocked`: its destination is no longer among the organization's domains. `ended`: its owner has left. */
export const linkStates = ['working', 'expired', 'withdrawn', 'blocked', 'ended'] as const
export const LinkState = z.enum(linkStates)
export type LinkState = z.infer<typeof LinkState>

/** Coarse on purpose: nobody is told apart by it. */
export const deviceKinds = ['phone', 'tablet', 'computer', 'other'] as const
export const DeviceKind = z.enum(deviceKinds)
export type DeviceKind = z.infer<typeof DeviceKind>

/** People; programs that fetch a page to show a card of it where it was shared; every other program. */
export const visitorKinds = ['human', 'preview', 'robot'] as const
export const VisitorKind = z.enum(visitorKinds)
export type VisitorKind = z.infer<typeof VisitorKind>

/** What of a link's visits is shown: see `visits/rules.ts`. */
export const ShownVisits = z.object({
  /** By people, in the time that is kept. */
  total: z.int(),
  previews: z.int(),
  robots: z.int(),
  days: z.array(z.object({ day: Day, visits: z.int() })),
  /** null: too few to show more than days. Host '' and device `other`: not said, or too few of each to be named. */
  hosts: z.array(z.object({ host: z.string(), visits: z.int() })).nullable(),
  devices: z.array(z.object({ device: DeviceKind, visits: z.int() })).nullable(),
  /** Visits by hour of the day, 0 to 23, in the organization's zone. */
  hours: z.array(z.int()).length(24).nullable(),
})
export type ShownVisits = z.infer<typeof ShownVisits>

export const LinkItem = z.object({
  id: Id,
  code: z.string(),
  /** To be copied: `https://<house>/l/<code>`. */
  address: z.string(),
  destination: z.string(),
  place: LinkPlace,
  accountId: Id.nullable(),
  program: ProgramRef.nullable(),
  note: z.string(),
  lastDay: Day.nullable(),
  state: LinkState,
  createdAt: z.iso.datetime(),
  /** Of the last look at its destination; null: none yet. `failure` null: it answered. */
  checked: z.object({ at: z.iso.datetime(), failure: OutsideRefusal.nullable(), status: z.int().nullable() }).nullable(),
  /** By people, and on which day the latest. */
  visits: z.int(),
  visitedOn: Day.nullable(),
})
export type LinkItem = z.infer<typeof LinkItem>
export const LinkView = LinkItem.extend({
  /** Where a visitor arrives: the destination with its utm values. */
  leadsTo: z.string(),
  /** Where it led before, the latest first, and until when. */
  before: z.array(z.object({ destination: z.string(), until: z.iso.datetime() })),
  shown: ShownVisits,
  fewestVisits: z.int(),
})
export type LinkView = z.infer<typeof LinkView>

/** One's own, the newest first; of one program where it is named. */
export const ListLinks = z.object({ programId: Id.optional() })
export type ListLinks = z.infer<typeof ListLinks>
export const LinksOutput = z.object({
  links: z.array(LinkItem),
  /** Where a link may lead: the organization's own domains. */
  domains: z.array(z.string()),
  /** Programs that the reader takes part in today. */
  programs: z.array(ProgramRef),
  today: Day,
  /** Whether a destination can be looked at: the organization and this server let public pages be read. */
  canCheck: z.boolean(),
})
export type LinksOutput = z.infer<typeof LinksOutput>

/** As typed: names between spaces, commas or lines. */
export const SaveLinkDomains = z.object({ domains: Words })
export type SaveLinkDomains = z.infer<typeof SaveLinkDomains>
export const LinkDomains = z.object({ domains: z.array(z.string()) })
export type LinkDomains = z.infer<typeof LinkDomains>

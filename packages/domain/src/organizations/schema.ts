import { z } from 'zod'
import type { OrganizationId } from '../ids/ids.ts'

/**
 * Roles add up. `employee` is everybody with a login; `manager` is not granted but follows from managing a team;
 * the others are granted by an administrator.
 */
export const grantableRoles = ['executive', 'administrator', 'reviewer'] as const
export const roles = ['employee', 'manager', ...grantableRoles] as const
export type GrantableRole = (typeof grantableRoles)[number]
export type Role = (typeof roles)[number]
export const GrantableRole = z.enum(grantableRoles)

export const languages = ['fr', 'en'] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

/** Who may see verified outcomes beyond the people concerned, and who may see their value and client. */
export const visibilities = ['everyone', 'reach'] as const
export type Visibility = (typeof visibilities)[number]

/** The organization's settings that rules and policies need; dates are local days in `timeZone`. */
export type OrganizationSettings = {
  readonly name: string
  readonly slug: string
  /** IANA name, for instance Europe/Paris. */
  readonly timeZone: string
  /** ISO 4217. */
  readonly reportingCurrency: string
  /** 1–12. */
  readonly fiscalYearStartMonth: number
  /** ISO: 1 Monday … 7 Sunday. */
  readonly weekStartsOn: number
  /** First day an outcome may have happened on, YYYY-MM-DD. */
  readonly firstAllowedDay: string
  /** Above this value in minor units of the reporting currency a second decider looks; null: never. Decimal string. */
  readonly secondLookMinor: string | null
  /** Review is promised within so many working days. */
  readonly promiseDays: number
  /** ISO: 1 Monday … 7 Sunday. */
  readonly workingWeekdays: readonly number[]
  /** Days on which nobody works, those of the last year and to come. */
  readonly holidays: readonly string[]
  readonly verifiedVisibility: Visibility
  readonly valueVisibility: Visibility
  /** A figure about fewer people than this could be a figure about one of them: none is given. */
  readonly smallestGroup: number
}

/** Left out where an actor stands in for nobody: then reach is all their own. */
export type StandIn = {
  /** The teams that are the actor's own to reach. */
  readonly ownReachTeamIds: readonly string[]
  readonly for: readonly { readonly personId: string; readonly reachTeamIds: readonly string[] }[]
}

/** Who acts, minted by the actor gate (or named for imports and jobs). Everything a policy may ask about the one who asks. */
export type Actor = {
  readonly organizationId: OrganizationId
  /** null for a system actor. */
  readonly personId: string | null
  readonly kind: 'person' | 'import' | 'system'
  /** For `import`: the import; else null. An import carries the person who started it in `personId`. */
  readonly importId: string | null
  readonly roles: readonly Role[]
  /** Teams the actor manages, today. */
  readonly managedTeamIds: readonly string[]
  /** Those teams and all below them in the tree of today. */
  readonly reachTeamIds: readonly string[]
  /** For whom this actor stands in today. Their teams are in the two above too; what they may not decide, nobody decides in their name. */
  readonly standIn?: StandIn
  readonly settings: OrganizationSettings
  /** Today in the organization's time zone, YYYY-MM-DD. */
  readonly today: string
}

export function hasRole(actor: Pick<Actor, 'roles'>, role: Role): boolean {
  return actor.roles.includes(role)
}

const Name = z.string().min(1).max(120)
/** First parts of addresses that are not organizations. */
const reservedSlugs: ReadonlySet<string> = new Set([
  'api',
  'assets',
  'healthz',
  'invitation',
  'reset',
  'set-up',
  'sign-in',
  'static',
  'unsubscribe',
])
/** Part of the address: `/<slug>/…`. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9](-?[a-z0-9]){1,39}$/)
  .refine((slug) => !reservedSlugs.has(slug), { params: { code: 'slug-taken' } })

/** The first run: creates the organization and its administrator. */
export const SetUp = z.object({
  token: z.string().max(200),
  organizationName: Name,
  slug: Slug,
  timeZone: z.string().max(64),
  reportingCurrency: z.string().regex(/^[A-Z]{3}$/),
  personName: Name,
  email: z.email().max(254),
  password: z.string().max(1000),
  language: Language,
})
export type SetUp = z.infer<typeof SetUp>

import { z } from 'zod'
import { Id } from '../ids/ids.ts'
import { type AccessState, EmailAddress } from '../organizations/access/schema.ts'
import { AddressFlag, readAddress, writeAddress } from '../text/address.ts'
import { ExternalKey, Line, RequiredLine, storableText } from '../text/storable.ts'
import { Day } from '../time/day.ts'

export const personStatuses = ['active', 'left', 'erased'] as const
export const PersonStatus = z.enum(personStatuses)
export type PersonStatus = z.infer<typeof PersonStatus>

export const peopleLimits = { page: 100, suggestions: 20, briefs: 200, moved: 500, managers: 20 } as const

/** An empty field of a form is "not stated". */
function orNothing<T extends z.ZodType>(schema: T) {
  return z.preprocess((raw) => (typeof raw === 'string' && raw.trim() === '' ? null : raw), schema.nullable())
}

const personFields = {
  name: RequiredLine,
  email: orNothing(EmailAddress).default(null),
  title: orNothing(Line).default(null),
  site: orNothing(Line).default(null),
  externalId: orNothing(ExternalKey).default(null),
  joinedOn: orNothing(Day).default(null),
}

/** `from` null: has always been there, as far as results go. */
export const Placement = z.object({ teamId: Id, from: Day.nullable().default(null) })
/** Half open: `from` is in, `to` is not; null is open on that side. Days of the organization's zone. */
export type Interval = { readonly from: Day | null; readonly to: Day | null }

/** The id is minted by the client: sent twice, it is one person. */
export const CreatePersonInput = z.object({ id: Id, ...personFields, team: Placement.nullable().default(null) })
export type CreatePersonInput = z.infer<typeof CreatePersonInput>

/** `version`: the one that was read; somebody else's change since is a conflict. */
export const EditPersonInput = z.object({ id: Id, version: z.int(), ...personFields })
export type EditPersonInput = z.infer<typeof EditPersonInput>

/** `leftOn`: the first day on which somebody is no longer there. */
export const EndPersonInput = z.object({ id: Id, leftOn: Day })
export type EndPersonInput = z.infer<typeof EndPersonInput>
export const PersonId = z.object({ id: Id })
export const TeamId = z.object({ id: Id })

/** From that day on, until the next change that is on record. `teamId` null: no team; `from` null: since ever. */
export const MovePersonsInput = z.object({
  ids: z.array(Id).min(1).max(peopleLimits.moved),
  teamId: Id.nullable(),
  from: Day.nullable(),
})
export type MovePersonsInput = z.infer<typeof MovePersonsInput>

export const CreateTeamInput = z.object({
  id: Id,
  name: RequiredLine,
  parentId: Id.nullable().default(null),
  externalId: orNothing(ExternalKey).default(null),
})
export type CreateTeamInput = z.infer<typeof CreateTeamInput>
export const RenameTeamInput = z.object({ id: Id, name: RequiredLine })
export type RenameTeamInput = z.infer<typeof RenameTeamInput>
export const MoveTeamInput = z.object({ id: Id, parentId: Id.nullable(), from: Day.nullable() })
export type MoveTeamInput = z.infer<typeof MoveTeamInput>
export const ArchiveTeamInput = z.object({ id: Id, isArchived: z.boolean() })
export type ArchiveTeamInput = z.infer<typeof ArchiveTeamInput>
export const SetManagersInput = z.object({ id: Id, personIds: z.array(Id).max(peopleLimits.managers) })
export type SetManagersInput = z.infer<typeof SetManagersInput>

/** The directory. A view is a link, so that every part of it stands in the address. */
export const PeopleFilter = z.object({
  q: storableText(200).optional(),
  /** The team and those below it, in the tree of today. */
  team: Id.optional(),
  /** People of the team alone. */
  alone: AddressFlag.optional(),
  /** Those who left: administrators only. */
  status: z.enum(['active', 'left']).optional(),
})
export type PeopleFilter = z.infer<typeof PeopleFilter>

export function parsePeopleFilter(search: Readonly<Record<string, unknown>>): PeopleFilter {
  return readAddress(PeopleFilter, search)
}

export function formatPeopleFilter(filter: PeopleFilter): Record<string, string> {
  return writeAddress(PeopleFilter, filter)
}

/** The administrator's page: which list, and whose panel is open. */
export const PeopleAdministration = PeopleFilter.extend({
  view: z.enum(['people', 'teams']).optional(),
  /** Somebody's record, or a new one. */
  person: z.union([Id, z.literal('new')]).optional(),
  /** A team's record, or a new one. */
  unit: z.union([Id, z.literal('new')]).optional(),
  /** The chart as of that day. */
  on: Day.optional(),
  archived: AddressFlag.optional(),
})
export type PeopleAdministration = z.infer<typeof PeopleAdministration>

export function parsePeopleAdministration(search: Readonly<Record<string, unknown>>): PeopleAdministration {
  return readAddress(PeopleAdministration, search)
}

export function formatPeopleAdministration(state: PeopleAdministration): Record<string, string> {
  return writeAddress(PeopleAdministration, state)
}

export const ListPeopleInput = PeopleFilter.extend({
  cursor: z.string().max(2000).optional(),
  limit: z.int().min(1).max(peopleLimits.page).default(50),
})
export type ListPeopleInput = z.infer<typeof ListPeopleInput>

/** `on`: the tree as of that day; absent: today. */
export const ListTeamsInput = z.object({ on: Day.optional(), withArchived: z.boolean().default(false) })
export type ListTeamsInput = z.infer<typeof ListTeamsInput>

/** Whom to name on a result of that day: nobody who had left before it. */
export const SuggestPersonsInput = z.object({
  q: storableText(200),
  on: Day.optional(),
  limit: z.int().min(1).max(peopleLimits.suggestions).default(8),
})
export type SuggestPersonsInput = z.infer<typeof SuggestPersonsInput>
export const PersonBriefsInput = z.object({ ids: z.array(Id).min(1).max(peopleLimits.briefs) })
export type PersonBriefsInput = z.infer<typeof PersonBriefsInput>

export type TeamBrief = { readonly id: string; readonly name: string }
export type PersonBrief = {
  readonly id: string
  readonly name: string
  readonly title: string | null
  readonly team: TeamBrief | null
  readonly status: PersonStatus
}

/** What an administrator sees beside a name. */
export type PersonAdministration = {
  readonly email: string | null
  readonly externalId: string | null
  readonly access: AccessState
}

export type PersonListItem = PersonBrief & { readonly site: string | null; readonly administration: PersonAdministration | null }
export type PeoplePage = { readonly items: readonly PersonListItem[]; readonly nextCursor: string | null }

export type TeamNode = TeamBrief & {
  readonly parentId: string | null
  readonly managers: readonly { readonly id: string; readonly name: string }[]
  /** People of this team alone, on that day. */
  readonly people: number
  readonly isArchived: boolean
}

export const personActions = ['edit', 'move', 'end', 'return', 'invite', 'logFor', 'seeFigures'] as const
export type PersonCan = Readonly<Record<(typeof personActions)[number], boolean>>
export type PersonPage = PersonBrief & {
  readonly site: string | null
  /** Their teams from the top down; the last is their own. */
  readonly path: readonly TeamBrief[]
  readonly managers: readonly { readonly id: string; readonly name: string }[]
  readonly manages: readonly TeamBrief[]
  /** Shown to the person, their managers and administrators. */
  readonly email: string | null
  readonly leftOn: string | null
  readonly isSelf: boolean
  readonly can: PersonCan
}

/** All that is kept about a person, for administrators. */
export type PersonRecord = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly title: string | null
  readonly site: string | null
  readonly externalId: string | null
  readonly joinedOn: string | null
  readonly leftOn: string | null
  readonly status: PersonStatus
  readonly version: number
  readonly memberships: readonly { readonly team: TeamBrief; readonly from: string | null; readonly to: string | null }[]
  readonly access: AccessState
  readonly can: PersonCan
}

export type TeamCan = { readonly administer: boolean }
export type TeamPage = TeamBrief & {
  readonly path: readonly TeamBrief[]
  readonly managers: readonly { readonly id: string; readonly name: string; readonly title: string | null }[]
  readonly below: readonly (TeamBrief & { readonly people: number })[]
  /** People of this team alone, today. */
  readonly people: number
  readonly isArchived: boolean
  /** Where it stood, newest first. */
  readonly placements: readonly { readonly parent: TeamBrief | null; readonly from: string | null; readonly to: string | null }[]
  readonly can: TeamCan
}

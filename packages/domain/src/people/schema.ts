import { z } from 'zod'
import { refuse } from '../errors/refusals.ts'
import { Id } from '../ids/ids.ts'
import { AddressFlag, readAddress, writeAddress } from '../text/address.ts'
import { ExternalKey, Line, RequiredLine, storableText } from '../text/storable.ts'
import { Day } from '../time/day.ts'

export const personStatuses = ['active', 'left', 'erased'] as const
export const PersonStatus = z.enum(personStatuses)
export type PersonStatus = z.infer<typeof PersonStatus>

/** As lenient as mail servers are, but with a dot in the domain: what is refused here is a slip, not a rarity. */
const address = /^[^\s@,;<>()]+@[^\s@.,;<>()]+(?:\.[^\s@.,;<>()]+)+$/u
export const Email = storableText(254).superRefine((text, ctx) => {
  if (!address.test(text)) refuse(ctx, 'email-invalid')
})

/** Half open: `from` is in, `to` is not; null is open on that side. Days of the organization's zone. */
export const Interval = z.object({ from: Day.nullable(), to: Day.nullable() })
export type Interval = z.infer<typeof Interval>

export const PersonInput = z.object({
  id: Id,
  name: RequiredLine,
  email: Email.nullable(),
  title: Line.nullable(),
  site: Line.nullable(),
  externalId: ExternalKey.nullable(),
  joinedOn: Day.nullable(),
})
export type PersonInput = z.infer<typeof PersonInput>
/** With the first team, from a day on or (null) since always. */
export const CreatePersonInput = PersonInput.extend({ teamId: Id.nullable(), teamFrom: Day.nullable() })
export const UpdatePersonInput = PersonInput
/** Leaving: memberships end on that day, sessions at once. null: back again. */
export const EndEmploymentInput = z.object({ id: Id, leftOn: Day.nullable() })
/** From a day on; null: since always (a correction of everything before). No team: between teams. */
export const MovePersonInput = z.object({ personId: Id, teamId: Id.nullable(), from: Day.nullable() })

export const CreateTeamInput = z.object({ id: Id, name: RequiredLine, parentId: Id.nullable(), externalId: ExternalKey.nullable() })
export const RenameTeamInput = z.object({ id: Id, name: RequiredLine })
export const PlaceTeamInput = z.object({ teamId: Id, parentId: Id.nullable(), from: Day.nullable() })
export const SetTeamManagersInput = z.object({ teamId: Id, personIds: z.array(Id).max(20) })

export const DirectoryFilter = z.object({
  q: storableText(200).optional(),
  /** The team and those below it, today. */
  team: Id.optional(),
  /** Those who left, too. */
  left: AddressFlag.optional(),
  cursor: z.string().max(400).optional(),
})
export type DirectoryFilter = z.infer<typeof DirectoryFilter>

export function parseDirectoryFilter(search: Readonly<Record<string, unknown>>): DirectoryFilter {
  return readAddress(DirectoryFilter, search)
}

export function formatDirectoryFilter(filter: DirectoryFilter): Record<string, string> {
  return writeAddress(DirectoryFilter, filter)
}

export const TeamName = z.object({ id: Id, name: z.string() })

/** A line of the directory. No figure ever stands beside a name here. */
export const PersonLine = z.object({
  id: Id,
  name: z.string(),
  title: z.string().nullable(),
  team: TeamName.nullable(),
  status: PersonStatus,
})
export type PersonLine = z.infer<typeof PersonLine>

export const personActions = ['edit', 'move', 'end', 'invite', 'logFor', 'seeFigures'] as const
export const PersonCan = z.record(z.enum(personActions), z.boolean())
export type PersonCan = z.infer<typeof PersonCan>

export const PersonDetail = PersonLine.extend({
  email: z.string().nullable(),
  site: z.string().nullable(),
  externalId: z.string().nullable(),
  joinedOn: Day.nullable(),
  leftOn: Day.nullable(),
  /** From the root down to the team. */
  path: z.array(TeamName),
  memberships: z.array(Interval.extend({ team: TeamName })),
  manages: z.array(TeamName),
  hasLogin: z.boolean(),
  can: PersonCan,
})
export type PersonDetail = z.infer<typeof PersonDetail>

export const TeamNode = TeamName.extend({
  parentId: Id.nullable(),
  managers: z.array(z.object({ id: Id, name: z.string() })),
  /** People in the team itself, today. */
  size: z.int().min(0),
})
export type TeamNode = z.infer<typeof TeamNode>

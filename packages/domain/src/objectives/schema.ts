import { z } from 'zod'
import { Id } from '../ids/ids.ts'
import { AddressFlag, readAddress, writeAddress } from '../text/address.ts'
import { RequiredLine, Words } from '../text/storable.ts'
import { Day } from '../time/day.ts'
import { ObjectiveProgress, ProgressPoint, TeamPart } from './progress/schema.ts'

/** Of verified results that name the objective or one below it: how many, or their realised value in the reporting currency. */
export const objectiveMeasures = ['results', 'value'] as const
export const ObjectiveMeasure = z.enum(objectiveMeasures)
export type ObjectiveMeasure = z.infer<typeof ObjectiveMeasure>

/** `below`: so many at most, so that the list of what serves them is still an address. */
export const objectiveLimits = { types: 50, below: 49, days: 3660, results: 1_000_000 } as const

/**
 * New where the id is new (minted by the client: sent twice, it is one), else changed on condition of `version`. `teamId` null: of the
 * organization. `typeIds` empty: results of every type count. `from` and `to` are both included. `target` is as it was typed: whole
 * results, or major units of the reporting currency.
 */
export const SaveObjectiveInput = z.object({
  id: Id,
  version: z.int().min(1).nullable(),
  teamId: Id.nullable(),
  parentId: Id.nullable(),
  title: RequiredLine,
  why: Words,
  measure: ObjectiveMeasure,
  typeIds: z.array(Id).max(objectiveLimits.types),
  from: Day,
  to: Day,
  target: z.string().max(60),
  decimalMark: z.enum([',', '.']).default('.'),
  ownerId: Id,
})
export type SaveObjectiveInput = z.infer<typeof SaveObjectiveInput>
export const ArchiveObjectiveInput = z.object({ id: Id, version: z.int().min(1), isArchived: z.boolean() })
export type ArchiveObjectiveInput = z.infer<typeof ArchiveObjectiveInput>
export const SavedObjective = z.object({ id: Id, version: z.int() })
export type SavedObjective = z.infer<typeof SavedObjective>

const Ref = z.object({ id: Id, name: z.string() })
export const ObjectiveRef = z.object({ id: Id, title: z.string() })
export type ObjectiveRef = z.infer<typeof ObjectiveRef>

/** As a result names it. `title` null: it is not for this reader to see. */
export const NamedObjective = z.object({ id: Id, title: z.string().nullable() })
export type NamedObjective = z.infer<typeof NamedObjective>

export const ObjectiveItem = ObjectiveRef.extend({
  version: z.int(),
  /** null: of the organization. */
  team: Ref.nullable(),
  /** The one that it serves; in a list the nearest one above that stands in it too. */
  parentId: Id.nullable(),
  owner: Ref,
  measure: ObjectiveMeasure,
  typeIds: z.array(Id),
  from: Day,
  to: Day,
  isArchived: z.boolean(),
  progress: ObjectiveProgress,
  can: z.object({ edit: z.boolean() }),
})
export type ObjectiveItem = z.infer<typeof ObjectiveItem>

/** Running and to come, unless those that ended or were put away are asked for too. */
export const ObjectivesFilter = z.object({ ended: AddressFlag.optional(), archived: AddressFlag.optional() })
export type ObjectivesFilter = z.infer<typeof ObjectivesFilter>

export function parseObjectivesFilter(search: Readonly<Record<string, unknown>>): ObjectivesFilter {
  return readAddress(ObjectivesFilter, search)
}

export function formatObjectivesFilter(filter: ObjectivesFilter): Record<string, string> {
  return writeAddress(ObjectivesFilter, filter)
}

/** `objectives` in the order of the tree: each after the one it serves. `others`: how many the filter leaves out. */
export const ObjectivesOutput = z.object({
  objectives: z.array(ObjectiveItem),
  others: z.object({ ended: z.int(), archived: z.int() }),
  currency: z.string(),
  digits: z.int(),
  today: Day,
  /** The days of the organization's fiscal year so far, over which results that serve none are counted. */
  year: z.object({ from: Day, to: Day }),
  /** `ofOrganization`: also such as belong to no team; `ofTeams`: to which teams those may belong that this reader sets, null: to any. */
  can: z.object({ create: z.boolean(), ofOrganization: z.boolean(), ofTeams: z.array(Id).nullable() }),
})
export type ObjectivesOutput = z.infer<typeof ObjectivesOutput>

export const ObjectivePage = z.object({
  objective: ObjectiveItem.extend({ why: z.string() }),
  /** Those above from the top, and directly below, as far as this reader sees them. */
  above: z.array(ObjectiveRef),
  below: z.array(ObjectiveItem),
  /** Itself and all below: results that name one of these serve it. */
  servedBy: z.array(Id),
  currency: z.string(),
  digits: z.int(),
  today: Day,
  timeZone: z.string(),
  /** Days the period has; the line's `at` are of them. */
  days: z.int(),
  /** Cumulated, a point per day on which something changed; null: amounts are not for this reader. */
  line: z.array(ProgressPoint).nullable(),
  /** By team of the day of the result; their sum is what was reached. null: amounts are not for this reader. */
  teams: z.array(TeamPart).nullable(),
})
export type ObjectivePage = z.infer<typeof ObjectivePage>

/** For which result an objective is looked for: `personId` leads it (absent: whoever asks). */
export const ChoicesInput = z.object({ typeId: Id.nullish(), personId: Id.nullish(), on: Day.nullish() })
export type ChoicesInput = z.infer<typeof ChoicesInput>

export const proposalTeams = ['own', 'above', 'none'] as const
export const Choice = ObjectiveRef.extend({
  team: Ref.nullable(),
  /** A result of that type on that day counts towards it; false: it can be named, and counts for nothing. */
  counts: z.boolean(),
})
export const ChoicesOutput = z.object({
  choices: z.array(Choice),
  /** `because`: the type is one of its own; it is of the lead's team, or of one above. */
  proposed: z.object({ id: Id, because: z.object({ type: z.boolean(), team: z.enum(proposalTeams) }) }).nullable(),
})
export type ChoicesOutput = z.infer<typeof ChoicesOutput>

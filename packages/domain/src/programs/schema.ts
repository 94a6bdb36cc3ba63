import { z } from 'zod'
import { Id } from '../ids/ids.ts'
import { NamedObjective } from '../objectives/schema.ts'
import { AddressFlag, readAddress, writeAddress } from '../text/address.ts'
import { RequiredLine, Words } from '../text/storable.ts'
import { Day } from '../time/day.ts'

/** For those who want to, in their own work; or for everybody at once. */
export const programForms = ['targeted', 'mass'] as const
export const ProgramForm = z.enum(programForms)
export type ProgramForm = z.infer<typeof ProgramForm>

export const programLimits = { channels: 50, coaches: 20, waves: 12, days: 3660, hours: 1_000_000, accounts: 50, invited: 200 } as const

/**
 * New where the id is new (minted by the client: sent twice, it is one), else changed on condition of `version`. `from` and `to` are both
 * included. `budget` as it was typed, in major units of the reporting currency; blank: none said. `hours` of work, whole ones.
 */
export const SaveProgramInput = z.object({
  id: Id,
  version: z.int().min(1).nullable(),
  title: RequiredLine,
  why: Words,
  objectiveId: Id.nullable(),
  ownerId: Id,
  form: ProgramForm,
  channelIds: z.array(Id).max(programLimits.channels),
  coachIds: z.array(Id).max(programLimits.coaches),
  from: Day,
  to: Day,
  budget: z.string().max(60),
  decimalMark: z.enum([',', '.']).default('.'),
  hours: z.int().min(0).max(programLimits.hours).nullable(),
  waves: z.int().min(1).max(programLimits.waves),
})
export type SaveProgramInput = z.infer<typeof SaveProgramInput>
export const ArchiveProgramInput = z.object({ id: Id, version: z.int().min(1), isArchived: z.boolean() })
export type ArchiveProgramInput = z.infer<typeof ArchiveProgramInput>
export const SavedProgram = z.object({ id: Id, version: z.int() })
export type SavedProgram = z.infer<typeof SavedProgram>

/** Joins, accepts an invitation, or says anew which of one's own accounts serve the program. */
export const JoinProgramInput = z.object({ id: Id, accountIds: z.array(Id).max(programLimits.accounts) })
export type JoinProgramInput = z.infer<typeof JoinProgramInput>
export const InvitePeopleInput = z.object({ id: Id, personIds: z.array(Id).min(1).max(programLimits.invited) })
export type InvitePeopleInput = z.infer<typeof InvitePeopleInput>

/** What the one who asks has to do with a program. Having left, said no or never heard of it is one and the same. */
export const ownStandings = ['none', 'invited', 'taking-part'] as const
export const OwnStanding = z.enum(ownStandings)
export type OwnStanding = z.infer<typeof OwnStanding>

const Ref = z.object({ id: Id, name: z.string() })
export const ProgramRef = z.object({ id: Id, title: z.string() })
export type ProgramRef = z.infer<typeof ProgramRef>

export const ProgramItem = ProgramRef.extend({
  version: z.int(),
  form: ProgramForm,
  objective: NamedObjective.nullable(),
  owner: Ref,
  channelIds: z.array(Id),
  from: Day,
  to: Day,
  isArchived: z.boolean(),
  own: OwnStanding,
  /** Who take part today; null: too few to be a number, for whoever is neither owner nor coach. */
  participants: z.int().nullable(),
  can: z.object({ edit: z.boolean(), join: z.boolean(), leave: z.boolean(), invite: z.boolean() }),
})
export type ProgramItem = z.infer<typeof ProgramItem>

/** Running and to come, unless those that ended or were put away are asked for too. */
export const ProgramsFilter = z.object({ ended: AddressFlag.optional(), archived: AddressFlag.optional() })
export type ProgramsFilter = z.infer<typeof ProgramsFilter>

export function parseProgramsFilter(search: Readonly<Record<string, unknown>>): ProgramsFilter {
  return readAddress(ProgramsFilter, search)
}

export function formatProgramsFilter(filter: ProgramsFilter): Record<string, string> {
  return writeAddress(ProgramsFilter, filter)
}

/** Those that end first before the others. `others`: how many the filter leaves out. */
export const ProgramsOutput = z.object({
  programs: z.array(ProgramItem),
  others: z.object({ ended: z.int(), archived: z.int() }),
  currency: z.string(),
  digits: z.int(),
  today: Day,
  smallestGroup: z.int(),
  can: z.object({ create: z.boolean() }),
})
export type ProgramsOutput = z.infer<typeof ProgramsOutput>

export const ProgramPage = z.object({
  program: ProgramItem.extend({
    why: z.string(),
    coaches: z.array(Ref),
    waves: z.int(),
    /** Minor units of the reporting currency, and hours; null: none was said, or not for this reader. */
    budgetMinor: z.string().nullable(),
    hours: z.int().nullable(),
    isBudgetShown: z.boolean(),
    /** Which of their own accounts the reader uses for it. */
    ownAccountIds: z.array(Id),
  }),
  /** Who take part, and who were invited and do not; null for whoever is neither owner nor coach. */
  people: z.array(Ref.extend({ isTakingPart: z.boolean() })).nullable(),
  currency: z.string(),
  digits: z.int(),
  today: Day,
  smallestGroup: z.int(),
})
export type ProgramPage = z.infer<typeof ProgramPage>

/** Programs that a result of that day may name, and the one that its author takes part in. */
export const ProgramChoicesInput = z.object({ on: Day.nullish(), personIds: z.array(Id).max(50).default([]) })
export type ProgramChoicesInput = z.infer<typeof ProgramChoicesInput>
export const ProgramChoicesOutput = z.object({
  choices: z.array(ProgramRef.extend({ from: Day, to: Day })),
  /** `own`: whoever asks takes part; else somebody named does, which only an owner or coach is told. */
  proposed: z.object({ id: Id, because: z.enum(['own', 'named']) }).nullable(),
})
export type ProgramChoicesOutput = z.infer<typeof ProgramChoicesOutput>

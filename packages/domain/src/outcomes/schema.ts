import { z } from 'zod'
import { ContributorRole, Rung, Side, ValueKind, Weight } from '../credits/schema.ts'
import { errorCodes } from '../errors/domain-error.ts'
import { refuse } from '../errors/refusals.ts'
import { FileOutput } from '../files/schema.ts'
import { Id } from '../ids/ids.ts'
import { EvidenceVisits } from '../links/evidence/schema.ts'
import { Money } from '../money/money.ts'
import { NamedObjective } from '../objectives/schema.ts'
import { ProgramRef } from '../programs/schema.ts'
import { rateSources } from '../rates/schema.ts'
import { ExternalKey, isBlank, Line, StoryPart, storableText, textLimits } from '../text/storable.ts'
import { Day, Instant } from '../time/day.ts'

/** One definition for the form, the address bar and the procedures. Semantic checks (dates, shares, people …) are rules. */

export const outcomeStates = [
  'draft',
  'submitted',
  'second-look',
  'changes-requested',
  'declined',
  'withdrawn',
  'verified',
  'merged',
] as const
export const OutcomeState = z.enum(outcomeStates)
export type OutcomeState = z.infer<typeof OutcomeState>

export const outcomeLimits = { contributors: 50, channels: 20, evidence: 50, set: 200, page: 100 } as const

/**
 * An amount as it was typed, in major units. The decimal mark is the one of the form's language: "1.234" is a thousand in
 * French and a bit more than one in English.
 */
export const ValueInput = z.object({
  amount: z.string().max(60),
  currency: z.string().max(10),
  decimalMark: z.enum([',', '.']).default('.'),
})
export type ValueInput = z.infer<typeof ValueInput>

export const ContributorInput = z.object({ personId: Id, role: ContributorRole, weight: Weight })
export type ContributorInput = z.infer<typeof ContributorInput>

/** A channel, with the author's or a contributor's registered account where it was one. */
export const ChannelInput = z.object({ channelId: Id, accountId: Id.nullish() })

/** A host with a dot or a port-less local name is left to the reader; what matters is that nothing but a web page can be opened. */
const webAddress = /^https?:\/\/[^\s/?#@\\]+(?:[/?#][^\s\p{Cc}]*)?$/iu

/** A link, or a file that was uploaded before. Only http and https without credentials: it is shown to others and opened by them. */
export const EvidenceInput = z
  .object({
    id: Id,
    /** '': it is a file. */
    url: storableText(textLimits.address).default(''),
    /** One of the author's own uploads, or one that the outcome shows already. */
    fileId: Id.nullish(),
    /** Left out of a file: its name. */
    label: Line.default(''),
    /** It is the client's own word: said by whoever adds it, and shown as said by them. */
    isFromClient: z.boolean().default(false),
  })
  .superRefine(({ url, fileId }, ctx) => {
    if (fileId) {
      if (url !== '') refuse(ctx, 'invalid-input', undefined, ['url'])
    } else if (isBlank(url)) refuse(ctx, 'required', undefined, ['url'])
    else if (!webAddress.test(url)) refuse(ctx, 'address-invalid', undefined, ['url'])
  })
export type EvidenceInput = z.infer<typeof EvidenceInput>

export const Story = z.object({ situation: StoryPart.default(''), action: StoryPart.default(''), result: StoryPart.default('') })
export type Story = z.infer<typeof Story>

function listOf<T extends z.ZodType>(item: T, max: number) {
  return z
    .array(item)
    .superRefine((list, ctx) => {
      if (list.length > max) refuse(ctx, 'too-many', { max })
    })
    .default([])
}

/**
 * What the form holds, complete or not: a draft is kept as it stands, the rules ask for the rest on submission. The browser
 * mints `id`, so the same submission sent twice is one outcome.
 */
export const OutcomeDraft = z.object({
  id: Id,
  typeId: Id.nullish(),
  title: Line.default(''),
  /** For whom: client, candidate, matter. */
  subject: Line.default(''),
  occurredOn: Day.nullish(),
  /** null: open (not known yet), which is not zero. */
  value: ValueInput.nullish(),
  channels: listOf(ChannelInput, outcomeLimits.channels),
  /** "None of these" was ticked: said, as against not asked. */
  isWithoutChannel: z.boolean().default(false),
  /** Empty: the author alone. Logged for somebody: that person is the lead and the author is not named. */
  contributors: listOf(ContributorInput, outcomeLimits.contributors),
  /** `parts`: any integers, 1 : 1 : 1. `basis-points`: typed as shares of the whole, so they must add up to 10,000. */
  weightsAre: z.enum(['parts', 'basis-points']).default('parts'),
  evidence: listOf(EvidenceInput, outcomeLimits.evidence),
  story: Story.default({ situation: '', action: '', result: '' }),
  skillId: Id.nullish(),
  objectiveId: Id.nullish(),
  programId: Id.nullish(),
  /** When the client, candidate … was first in touch. */
  firstTouchOn: Day.nullish(),
  /** Number in the CRM. */
  externalId: ExternalKey.nullish(),
})
export type OutcomeDraft = z.infer<typeof OutcomeDraft>
/** What may be left out: the shape a form or a client of the API sends. */
export type OutcomeDraftInput = z.input<typeof OutcomeDraft>

/** The version that was read; null: never saved. A change is conditional on it. */
export const Version = z.int().min(1)

/** Saves a draft, or edits a submitted outcome (see policy). `restores`: an earlier version that is brought back by it; the history says so. */
export const SaveOutcomeInput = z.object({ outcome: OutcomeDraft, version: Version.nullable(), restores: Version.optional() })
/** Saves and sends for review in one step. */
export const SubmitOutcomeInput = SaveOutcomeInput
export type SaveOutcomeInput = z.infer<typeof SaveOutcomeInput>

/** What stays free after verification: telling it better, showing more of it. */
export const TellStoryInput = z.object({
  id: Id,
  version: Version,
  title: Line,
  story: Story,
  evidence: listOf(EvidenceInput, outcomeLimits.evidence),
  restores: Version.optional(),
})

export const RecordVersion = z.object({ id: Id, version: Version })
export type RecordVersion = z.infer<typeof RecordVersion>

export const PersonRef = z.object({ id: Id, name: z.string() })
export type PersonRef = z.infer<typeof PersonRef>
export const TeamRef = z.object({ id: Id, name: z.string() })

export const ContributorOutput = PersonRef.extend({
  role: ContributorRole,
  weight: Weight,
  /** 0 where only thanked. */
  basisPoints: z.int().min(0).max(10_000),
  /** On the day of the result. */
  team: z.object({ id: Id, name: z.string() }).nullable(),
})

/** Built-in types have a code, whose name is a message; `name` is the organization's own, and wins. */
export const TypeRef = z.object({
  id: Id,
  code: z.string().nullable(),
  name: z.string().nullable(),
  valueKind: ValueKind,
  pigment: z.int().min(1).max(8),
})
export type TypeRef = z.infer<typeof TypeRef>

export const ChannelOutput = z.object({
  id: Id,
  kind: z.enum(['social', 'conventional']),
  code: z.string().nullable(),
  name: z.string().nullable(),
  platform: z.string().nullable(),
  /** Only for those who may see the account; else the platform alone. */
  account: z.object({ id: Id, handle: z.string() }).nullable(),
})

/** What a reader can be offered: each has its procedure. */
export const offeredActions = [
  'edit',
  'submit',
  'remove',
  'withdraw',
  'requestChanges',
  'decline',
  'verify',
  'confirm',
  'return',
  'reopenAsDraft',
  'reopen',
  'undo',
  'amend',
  'tellStory',
  'merge',
] as const
export type OutcomeAction = (typeof offeredActions)[number]

/** Exactly the actions this reader may take on this record now. */
export const Can = z.record(z.enum(offeredActions), z.boolean())
export type Can = z.infer<typeof Can>

export const OutcomeSummary = z.object({
  id: Id,
  version: Version,
  state: OutcomeState,
  title: z.string(),
  type: TypeRef.nullable(),
  occurredOn: Day.nullable(),
  /** False: value and subject are withheld from this reader, and null below says nothing about them. */
  isConfidentialShown: z.boolean(),
  subject: z.string().nullable(),
  value: Money.nullable(),
  side: Side,
  rung: Rung,
  /** The CRM knows it: an import brought it, or joined it to its deal. */
  isImported: z.boolean(),
  channels: z.array(ChannelOutput),
  contributors: z.array(ContributorOutput),
  createdAt: Instant,
  submittedAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
  can: Can,
})
export type OutcomeSummary = z.infer<typeof OutcomeSummary>

export const EvidenceOutput = z.object({
  id: Id,
  /** null: the link is of an account that its owner does not show to this reader; the platform stays. */
  address: z.string().nullable(),
  platform: z.string().nullable(),
  caption: z.string(),
  /** It is a file and no link. */
  file: FileOutput.nullable(),
  isFromClient: z.boolean(),
  addedAt: Instant,
  addedBy: PersonRef.nullable(),
  visits: EvidenceVisits.nullable(), // of a tracked link of whoever added it, where it is asked for
})

export const passedReasons = ['no-manager', 'author', 'contributor', 'first-look', 'away', 'absent-took-part'] as const

/** Who can decide now; empty with the people to ask where nobody can. */
export const WaitsFor = z.object({
  /** `for`: in whose place, while they are away. */
  deciders: z.array(PersonRef.extend({ for: PersonRef.nullable() })),
  ask: z.array(PersonRef),
  /** Whose managers they are; null: the role *reviewer* decides, or nobody. */
  team: z.object({ id: Id, name: z.string() }).nullable(),
  /** Why it did not stay nearer to the lead. */
  passed: z.array(z.object({ team: z.object({ id: Id, name: z.string() }), person: PersonRef.nullable(), why: z.enum(passedReasons) })),
})
export type WaitsFor = z.infer<typeof WaitsFor>

/**
 * A value of another currency in the reporting currency, and by which rates: units of a currency for one euro, of the last day before the result
 * that has one. `value` null: no rate is known, it is not converted.
 */
export const InReportingCurrency = z.object({
  value: Money.nullable(),
  rates: z.array(
    // `by`: who typed it.
    z.object({ currency: z.string(), perEuro: z.string(), day: Day, source: z.enum(rateSources), by: PersonRef.nullable() }),
  ),
})

export const OutcomeDetail = OutcomeSummary.extend({
  author: PersonRef.nullable(),
  story: Story,
  /** null: not for this reader. */
  evidence: z.array(EvidenceOutput).nullable(),
  isWithoutChannel: z.boolean(),
  weightsAre: z.enum(['parts', 'basis-points']),
  skillId: Id.nullable(),
  /** null: it serves none. */
  objective: NamedObjective.nullable(),
  /** null: of none. */
  program: ProgramRef.nullable(),
  firstTouchOn: Day.nullable(),
  externalId: z.string().nullable(),
  /** null: nothing to convert, or not for this reader. */
  inReportingCurrency: InReportingCurrency.nullable(),
  waitsFor: WaitsFor.nullable(),
  /** It waits for a decision that this reader may not take, and there is a reason worth saying: own-result, needs-another-decider. */
  whyNotMe: z.enum(errorCodes).nullable(),
  decidedBy: PersonRef.nullable(),
  /** "Import by X": the person in `decidedBy` ran it. */
  isDecidedByImport: z.boolean(),
  /** Until then the decision can be undone by the one who took it. */
  undoUntil: Instant.nullable(),
  isHistoryShown: z.boolean(),
  /** And whoever may read them may speak. */
  areCommentsShown: z.boolean(),
  /** It was another claim of this one, which lives on. */
  mergedIntoId: Id.nullable(),
})
export type OutcomeDetail = z.infer<typeof OutcomeDetail>

/** The answer to saving, light because it comes with every pause in typing. */
export const SavedOutcome = z.object({ id: Id, version: Version, state: OutcomeState, savedAt: Instant, can: Can })
export type SavedOutcome = z.infer<typeof SavedOutcome>

/** Clients, candidates, matters of results that the reader may see, most recent first. */
export const SuggestSubjectsInput = z.object({ text: Line })
export const SuggestSubjectsOutput = z.object({ subjects: z.array(z.string()) })

import { z } from 'zod'
import { ContributorRole } from '../credits/schema.ts'
import { Id } from '../ids/ids.ts'
import { TypeRef } from '../outcomes/schema.ts'
import { AddressFlag, addressList, readAddress, writeAddress } from '../text/address.ts'
import { Line, requiredText, storableText } from '../text/storable.ts'
import { Day, Instant } from '../time/day.ts'

/** `front`: stories of one issue; `said`: code points of what is written beside a story; `filter`: values of one kind in an address. */
export const stageLimits = { front: 12, page: 24, said: 600, quote: 240, filter: 20, text: 200 } as const

/** Yes; yes, but without my name; no. Nobody gives a reason, and all three may be said again otherwise at any moment. */
export const consentAnswers = ['named', 'unnamed', 'no'] as const
export const ConsentAnswer = z.enum(consentAnswers)
export type ConsentAnswer = z.infer<typeof ConsentAnswer>

/** `waiting`: somebody has not answered yet; `refused`: not everybody agreed. */
export const standings = ['waiting', 'agreed', 'refused'] as const
export const Standing = z.enum(standings)
export type Standing = z.infer<typeof Standing>

/** `ahead`: everybody agreed, its day is to come; `archive`: its last day on the first page is over; `down`: taken down. */
export const storyPlaces = ['waiting', 'refused', 'ahead', 'front', 'archive', 'down'] as const
export type StoryPlace = (typeof storyPlaces)[number]

/** `outcome`: the result was reopened, withdrawn or became part of another; `undone`: at once, by whoever had chosen it. */
export const downCauses = ['taken-down', 'outcome', 'undone'] as const
export type DownCause = (typeof downCauses)[number]

/** What of a story's own words was changed. */
export const changedFields = ['reason', 'quote', 'needed', 'learnt', 'thanks', 'client'] as const
const Said = storableText(stageLimits.said)

/** `id` is minted by the client: sent twice, it is one. `until` is its last day on the first page; null: until newer ones take its place. */
export const ChooseStoryInput = z.object({
  id: Id,
  outcomeId: Id,
  reason: requiredText(stageLimits.said),
  quote: storableText(stageLimits.quote),
  needed: Said,
  learnt: Said,
  thanks: Said,
  isClientWithheld: z.boolean(),
  /** What stands in place of a client that is withheld: "a hospital in Lyon". May be empty. */
  clientAs: Line,
  from: Day,
  until: Day.nullable(),
  isLead: z.boolean(),
})
export type ChooseStoryInput = z.infer<typeof ChooseStoryInput>

export const ScheduleStoryInput = ChooseStoryInput.pick({ id: true, from: true, until: true, isLead: true }).extend({
  version: z.int().min(1),
})
export type ScheduleStoryInput = z.infer<typeof ScheduleStoryInput>
/** Other words: who had agreed to the former ones is asked again. */
export const StoryWordsInput = ChooseStoryInput.pick({
  ...{ reason: true, quote: true, needed: true, learnt: true, thanks: true, isClientWithheld: true, clientAs: true },
})
export const RewordStoryInput = StoryWordsInput.extend({ id: Id, version: z.int().min(1) })
export type RewordStoryInput = z.infer<typeof RewordStoryInput>
export const AnswerStoryInput = z.object({ id: Id, answer: ConsentAnswer })
export type AnswerStoryInput = z.infer<typeof AnswerStoryInput>
export const TakeDownInput = z.object({ id: Id, version: z.int().min(1), reason: requiredText(stageLimits.said) })
export type TakeDownInput = z.infer<typeof TakeDownInput>
export const StoryVersion = z.object({ id: Id, version: z.int().min(1) })
export type StoryVersion = z.infer<typeof StoryVersion>
export const SavedStory = StoryVersion

const Ref = z.object({ id: Id, name: z.string() })

/** `id` and `name` are null for whoever is not named: they said so, or are no longer with the organization. */
export const StoryPerson = z.object({
  id: Id.nullable(),
  name: z.string().nullable(),
  role: ContributorRole,
  isThanked: z.boolean(),
  /** They left the organization. */
  isFormer: z.boolean(),
  /** Here, and nobody could ask them. */
  isUnasked: z.boolean(),
  /** Part of the credit in basis points: the width of a band of the picture, never written. */
  share: z.int(),
})
export type StoryPerson = z.infer<typeof StoryPerson>

/** A story as it is read. No value, ever; the client where it is not withheld and this reader may know clients, else what stands for it. */
export const StoryCard = z.object({
  id: Id,
  outcomeId: Id,
  title: z.string(),
  type: TypeRef.nullable(),
  teams: z.array(Ref),
  client: z.string().nullable(),
  story: z.object({ situation: z.string(), action: z.string(), result: z.string() }),
  quote: z.string(),
  needed: z.string(),
  learnt: z.string(),
  thanks: z.string(),
  /** The lead first, then in the order in which they are named; never by a figure. */
  people: z.array(StoryPerson),
  from: Day,
  until: Day.nullable(),
  isLead: z.boolean(),
})
export type StoryCard = z.infer<typeof StoryCard>

/** In the address: words, teams, types, and the days on which stories came on stage. `all`: the archive, unfiltered. */
export const StageFilter = z.object({
  text: storableText(stageLimits.text).optional(),
  team: addressList(Id, stageLimits.filter).optional(),
  type: addressList(Id, stageLimits.filter).optional(),
  from: Day.optional(),
  to: Day.optional(),
  all: AddressFlag.optional(),
})
export type StageFilter = z.infer<typeof StageFilter>

export function parseStageFilter(search: Readonly<Record<string, unknown>>): StageFilter {
  return readAddress(StageFilter, search)
}

export function formatStageFilter(filter: StageFilter): Record<string, string> {
  return writeAddress(StageFilter, filter)
}

/** Anything but the first page is a list. */
export function isListed(filter: StageFilter): boolean {
  return Object.keys(formatStageFilter(filter)).length > 0
}

/** What waits for this reader's word: they take part in it and have not answered. */
export const AskedStory = z.object({ id: Id, title: z.string(), by: Ref.nullable(), from: Day })
export type AskedStory = z.infer<typeof AskedStory>

/** For choosers, of what they chose and is not to be read yet. How many have answered is said, never who. */
export const ChosenStory = z.object({
  id: Id,
  title: z.string(),
  place: z.enum(storyPlaces),
  from: Day,
  asked: z.int(),
  /** null: not everybody agreed. */
  answered: z.int().nullable(),
})
export type ChosenStory = z.infer<typeof ChosenStory>

export const FrontOutput = z.object({
  /** The lead first. */
  stories: z.array(StoryCard),
  chosenBy: z.array(Ref),
  /** There are others than these. */
  hasMore: z.boolean(),
  asked: z.array(AskedStory),
  chosen: z.array(ChosenStory),
  today: Day,
  can: z.object({ choose: z.boolean() }),
})
export type FrontOutput = z.infer<typeof FrontOutput>

export const ListStoriesInput = StageFilter.extend({
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(stageLimits.page).default(stageLimits.page),
})
export type ListStoriesInput = z.infer<typeof ListStoriesInput>
export const ListStoriesOutput = z.object({ items: z.array(StoryCard), nextCursor: z.string().nullable() })
export type ListStoriesOutput = z.infer<typeof ListStoriesOutput>

export const StoryPage = z.object({
  story: StoryCard,
  version: z.int(),
  place: z.enum(storyPlaces),
  reason: z.string(),
  chosenBy: Ref.nullable(),
  chosenAt: Instant,
  /** null: this reader takes no part in it. `answer` null: they have not answered. */
  own: z.object({ answer: ConsentAnswer.nullable() }).nullable(),
  /** For whoever may choose: how many were asked and have answered; null for everybody else. */
  answers: z.object({ asked: z.int(), answered: z.int().nullable() }).nullable(),
  /** Some of its texts named somebody who is not named, and were changed. */
  isMasked: z.boolean(),
  down: z.object({ at: Instant, by: Ref.nullable(), cause: z.enum(downCauses), reason: z.string().nullable() }).nullable(),
  /** The public address; null: it is not on stage. */
  shareAddress: z.string().nullable(),
  /** As they were typed, for whoever looks after it; null for everybody else. */
  words: StoryWordsInput.nullable(),
  /** For those whom it concerns: who changed the words last, and the ones that stood before. `words`: the changed ones alone. */
  former: z
    .object({ at: Instant, by: Ref.nullable(), words: z.array(z.object({ field: z.enum(changedFields), text: z.string() })) })
    .nullable(),
  can: z.object({ schedule: z.boolean(), reword: z.boolean(), takeDown: z.boolean(), restore: z.boolean(), undo: z.boolean() }),
})
export type StoryPage = z.infer<typeof StoryPage>

/** Of a result: whether it is or was put on stage, and whether this reader may do so now. */
export const OfOutcome = z.object({
  story: z.object({ id: Id, place: z.enum(storyPlaces) }).nullable(),
  canChoose: z.boolean(),
  /** For whoever may choose it: who takes part and can be asked by nobody, having neither a login nor an address. */
  unasked: z.array(z.string()),
})
export type OfOutcome = z.infer<typeof OfOutcome>

/** Of somebody without a login, who answers by the link that they were mailed. In bodies only. */
export const AskedInput = z.object({ token: z.string().max(200) })
export const AnswerAskedInput = AskedInput.extend({ answer: ConsentAnswer })
export type AnswerAskedInput = z.infer<typeof AnswerAskedInput>
export const AskedPage = z.object({
  organizationName: z.string(),
  personName: z.string(),
  story: StoryCard,
  reason: z.string(),
  chosenBy: Ref.nullable(),
  answer: ConsentAnswer.nullable(),
})
export type AskedPage = z.infer<typeof AskedPage>

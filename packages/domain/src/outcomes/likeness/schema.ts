import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { ExternalKey, Line, Words } from '../../text/storable.ts'
import { Day, Instant } from '../../time/day.ts'
import { OutcomeSummary, PersonRef, ValueInput } from '../schema.ts'

/** Why two outcomes may be the same result. */
export const likenessReasons = [
  'same-deal',
  'same-client',
  'like-client',
  'same-amount',
  'like-amount',
  'same-day',
  'near-day',
  'shared-people',
  'other-people',
  'same-link',
] as const
export const LikenessReason = z.enum(likenessReasons)
export type LikenessReason = z.infer<typeof LikenessReason>

export const Likeness = z.object({ certainty: z.enum(['certain', 'likely']), reasons: z.array(LikenessReason) })
export type Likeness = z.infer<typeof Likeness>

/** `same`: the author asks to be added to the other · `another`: they are two results. */
export const verdicts = ['same', 'another'] as const
export const Verdict = z.enum(verdicts)

/** What somebody said of two results, kept for whoever reviews them. */
export const Comparison = z.object({ verdict: Verdict, words: z.string(), by: PersonRef.nullable(), isDecided: z.boolean() })
export type Comparison = z.infer<typeof Comparison>

/** What is typed so far; enough to look for results like it. */
export const LikeDraftInput = z.object({
  id: Id,
  typeId: Id.nullish(),
  subject: Line.default(''),
  occurredOn: Day.nullish(),
  value: ValueInput.nullish(),
  externalId: ExternalKey.nullish(),
  personIds: z.array(Id).max(50).default([]),
})
export type LikeDraftInput = z.output<typeof LikeDraftInput>

export const LikeOutcome = z.object({
  outcome: OutcomeSummary,
  likeness: Likeness,
  comparisons: z.array(Comparison),
  /** Who wrote the claim; null for what an import brought. */
  author: PersonRef.nullable(),
  hasEvidence: z.boolean(),
})
export type LikeOutcome = z.infer<typeof LikeOutcome>

export const LikeOutput = z.object({
  outcomes: z.array(LikeOutcome),
  /** There is one that this reader may not see: said, not shown. */
  isAnotherHidden: z.boolean(),
})
export type LikeOutput = z.infer<typeof LikeOutput>

/** Somebody says that another claim of theirs is this result, and asks to be added; what those of this one answered. */
export const JoinRequest = z.object({
  otherId: Id,
  by: PersonRef.nullable(),
  at: Instant,
  answer: z.object({ verdict: Verdict, words: z.string(), by: PersonRef.nullable() }).nullable(),
})
export const RequestsOutput = z.object({ requests: z.array(JoinRequest) })
export type RequestsOutput = z.infer<typeof RequestsOutput>

/** Two results are two, or one: said of an outcome by its author, who gives the reason, or by who reviews it. */
export const CompareInput = z.object({ id: Id, otherId: Id, verdict: Verdict, words: Words.default('') })
export type CompareInput = z.infer<typeof CompareInput>

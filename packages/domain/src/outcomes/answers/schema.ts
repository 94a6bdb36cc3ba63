import { z } from 'zod'
import { ContributorRole, Weight } from '../../credits/schema.ts'
import { refuse } from '../../errors/refusals.ts'
import { Id } from '../../ids/ids.ts'
import { isBlank, Words } from '../../text/storable.ts'
import { Instant } from '../../time/day.ts'
import { ContributorInput, OutcomeSummary, outcomeLimits, PersonRef, RecordVersion } from '../schema.ts'

/** What somebody who is named says of it. */
export const contributionAnswers = ['confirmed', 'objected'] as const
export const ContributionAnswer = z.enum(contributionAnswers)
export type ContributionAnswer = z.infer<typeof ContributionAnswer>

/** What is wrong with it. */
export const answerPoints = ['not-me', 'share', 'role', 'somebody-missing'] as const
export const AnswerPoint = z.enum(answerPoints)
export type AnswerPoint = z.infer<typeof AnswerPoint>

const Split = z.array(ContributorInput).min(1).max(outcomeLimits.contributors)

/** Said of the version that was read. Whoever objects says at which point and in their own words; how it should be shared is optional. */
export const AnswerInput = RecordVersion.extend({
  answer: ContributionAnswer,
  points: z.array(AnswerPoint).max(answerPoints.length).default([]),
  words: Words.default(''),
  proposal: Split.nullish(),
}).superRefine(({ answer, points, words }, ctx) => {
  if (answer !== 'objected') return
  if (points.length === 0) refuse(ctx, 'required', undefined, ['points'])
  if (isBlank(words)) refuse(ctx, 'words-required', undefined, ['words'])
})
export type AnswerInput = z.infer<typeof AnswerInput>

/** One's own standing answer is taken back: one is asked again. */
export const TakeBackAnswerInput = z.object({ id: Id })

/** `contributors` null: the split stays as it is. Words are asked of everybody but the author. */
export const SettleSplitInput = RecordVersion.extend({ contributors: Split.nullable(), words: Words.default('') })
export type SettleSplitInput = z.infer<typeof SettleSplitInput>

const PositionShare = PersonRef.extend({ role: ContributorRole, weight: Weight, basisPoints: z.int().min(0).max(10_000) })

/** What somebody who is named said last. */
export const Position = z.object({
  id: Id,
  by: PersonRef,
  answer: ContributionAnswer,
  points: z.array(AnswerPoint),
  words: z.string(),
  at: Instant,
  /** How they see it; null: they did not say. */
  proposal: z.array(PositionShare).nullable(),
  /** An objection that nobody settled. */
  isOpen: z.boolean(),
  /** It holds for the split as it is now. */
  agrees: z.boolean(),
})
export type Position = z.infer<typeof Position>

export const AnswersOutput = z.object({
  /** What was said of the split as it stands, or settled. Empty for those who may not read such words. */
  positions: z.array(Position),
  /** Named, and not yet heard on the split as it is. */
  waitsForMe: z.boolean(),
  mayAnswer: z.boolean(),
  maySettle: z.boolean(),
  /** At least one objection stands open. */
  isUnsettled: z.boolean(),
})
export type AnswersOutput = z.infer<typeof AnswersOutput>

/** Results in which the reader is named by somebody else and was not yet heard. */
export const AskedOutput = z.object({ outcomes: z.array(OutcomeSummary.extend({ author: PersonRef.nullable() })) })
export type AskedOutput = z.infer<typeof AskedOutput>

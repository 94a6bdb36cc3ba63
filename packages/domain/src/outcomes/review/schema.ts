import { z } from 'zod'
import { refuse } from '../../errors/refusals.ts'
import { Id } from '../../ids/ids.ts'
import { isBlank, Words } from '../../text/storable.ts'
import { Day, Instant } from '../../time/day.ts'
import { OutcomeSummary, outcomeLimits, PersonRef, RecordVersion, SaveOutcomeInput, Version, WaitsFor } from '../schema.ts'

/** Decisions are taken on sets; one is a set of one. Each member is conditional on the version that was read. */
const ids = z.array(RecordVersion).min(1).max(outcomeLimits.set)

const RequiredWords = Words.superRefine((text, ctx) => {
  if (isBlank(text)) refuse(ctx, 'words-required')
})

export const OutcomeSet = z.object({ ids })
export type OutcomeSet = z.infer<typeof OutcomeSet>
const SetWithWords = OutcomeSet.extend({ words: RequiredWords })
/** A reason of the organization's list and, always, words. */
const SetWithReason = SetWithWords.extend({ reasonId: Id })

export const SubmitInput = OutcomeSet
export const RemoveDraftsInput = OutcomeSet
export const VerifyInput = OutcomeSet
export const RequestChangesInput = SetWithReason
export const DeclineInput = SetWithReason
export const WithdrawInput = OutcomeSet.extend({ words: Words.default('') })
export const ReopenInput = SetWithWords
export const ReopenAsDraftInput = OutcomeSet
export const UndoInput = OutcomeSet
/** A verified outcome said anew, by a decider, once the contributors were asked. */
export const AmendInput = SaveOutcomeInput.extend({ version: Version, words: RequiredWords, wereContributorsAsked: z.literal(true) })
export type AmendInput = z.infer<typeof AmendInput>
export const ConfirmSecondLookInput = OutcomeSet
export const ReturnSecondLookInput = SetWithWords

/** What became of each member of a set, in the order asked. */
export const DecisionOutput = z.object({
  outcomes: z.array(OutcomeSummary),
  /** Until then `undo` works; null where there is nothing to undo. */
  undoUntil: Instant.nullable(),
})
export type DecisionOutput = z.infer<typeof DecisionOutput>

/** Two reviewers at once: the second learns what the first decided. Carried beside the refusal `state-changed`. */
export const StateChanged = z.object({ state: OutcomeSummary.shape.state, version: z.int(), by: PersonRef.nullable(), at: Instant })

export const LookInput = RecordVersion

export const queueWarnings = [
  'changed',
  'possible-duplicate',
  'split-unsettled',
  'split-questioned',
  'second-look',
  'overdue',
  'reminded',
  'escalated',
  'without-evidence',
] as const

export const QueueItem = z.object({
  outcome: OutcomeSummary,
  /** Whole working days since it was sent. */
  waitingDays: z.int().min(0),
  /** The last day that is in time; null where it was never sent. */
  dueOn: Day.nullable(),
  /** Working days beyond the promise; 0 in time. */
  lateDays: z.int().min(0),
  warnings: z.array(z.enum(queueWarnings)),
  waitsFor: WaitsFor,
})
export type QueueItem = z.infer<typeof QueueItem>
export const QueueOutput = z.object({ items: z.array(QueueItem), promiseDays: z.int(), nextCursor: z.string().nullable() })

/** Verified results whose split somebody named objects to: they stay verified, and wait for whoever decides. */
export const QuestionedOutput = z.object({ items: z.array(QueueItem) })

export const QueueInput = z.object({
  /** The lead's team of today, and all below it. */
  team: Id.optional(),
  type: z.array(Id).max(50).optional(),
  /** Only what is beyond the promise. */
  late: z.boolean().default(false),
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(outcomeLimits.page).default(50),
})
/** Counted up to a cap: nobody needs to know whether 3,104 or 3,105 wait. */
export const CappedCount = z.object({ count: z.int(), isCapped: z.boolean() })
export type CappedCount = z.infer<typeof CappedCount>

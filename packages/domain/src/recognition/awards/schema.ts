import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { PersonRef } from '../../outcomes/schema.ts'
import { requiredText, textLimits } from '../../text/storable.ts'
import { Day, Instant } from '../../time/day.ts'
import { Question } from '../questions/schema.ts'

export const awardLimits = { results: 10, choices: 50, list: 50, seen: 50 } as const

/** Exactly one of the two is named. */
const Recipient = z.object({ personId: Id.nullable(), teamId: Id.nullable() })
export type Recipient = z.infer<typeof Recipient>
const Reason = requiredText(textLimits.words)

/** The browser mints `id`: sent twice it is one. */
export const GiveAwardInput = Recipient.extend({ id: Id, outcomeIds: z.array(Id).min(1).max(awardLimits.results), reason: Reason })
export type GiveAwardInput = z.infer<typeof GiveAwardInput>
export const RevokeAwardInput = z.object({ id: Id, reason: Reason })
export type RevokeAwardInput = z.infer<typeof RevokeAwardInput>
export const SeenAwardsInput = z.object({ ids: z.array(Id).min(1).max(awardLimits.seen) })
export const HideAwardInput = z.object({ id: Id, isHidden: z.boolean() })
export type HideAwardInput = z.infer<typeof HideAwardInput>
export const AwardQuestionsInput = Recipient.extend({ outcomeIds: z.array(Id).max(awardLimits.results) })
export type AwardQuestionsInput = z.infer<typeof AwardQuestionsInput>
export const AwardChoicesInput = Recipient
export const ListAwardsInput = z.union([z.object({ personId: Id }), z.object({ teamId: Id }), z.object({ outcomeId: Id })])
export type ListAwardsInput = z.infer<typeof ListAwardsInput>

export const AwardItem = z.object({
  id: Id,
  recipient: z.object({ kind: z.enum(['person', 'team']), id: Id, name: z.string() }),
  /** null: a former colleague whose name was erased. */
  giver: PersonRef.nullable(),
  reason: z.string(),
  at: Instant,
  /** `title`: null where this reader may not see the result. `stands`: it is verified. */
  results: z.array(z.object({ id: Id, title: z.string().nullable(), stands: z.boolean() })),
  isUnderReview: z.boolean(),
  /** null: it stands. */
  revoked: z.object({ at: Instant, by: PersonRef.nullable(), reason: z.string() }).nullable(),
  /** What happened to its results since, for whom it concerns and those who lead them; null for everybody else. */
  trace: z
    .array(z.object({ at: Instant, what: z.enum(['reopened', 'withdrawn', 'merged', 'verified']), title: z.string().nullable() }))
    .nullable(),
  /** Since when others may see it; null: its recipients have not been told, or have neither seen it nor had a day. For whom it concerns. */
  isToldFirst: z.boolean(),
  isHidden: z.boolean(),
  isUnseen: z.boolean(),
  can: z.object({ revoke: z.boolean(), undo: z.boolean(), hide: z.boolean() }),
})
export type AwardItem = z.infer<typeof AwardItem>
/** By the day on which they were given, the newest first; never by anything else, and without a number. */
export const AwardsOutput = z.object({ awards: z.array(AwardItem), can: z.object({ give: z.boolean() }) })
export type AwardsOutput = z.infer<typeof AwardsOutput>

/** Verified results that an award may name, the newest first. */
export const AwardChoicesOutput = z.object({
  recipient: z.object({ name: z.string() }),
  results: z.array(z.object({ id: Id, title: z.string(), client: z.string(), on: Day.nullable() })),
})
export type AwardChoicesOutput = z.infer<typeof AwardChoicesOutput>
export const AwardQuestionsOutput = z.object({ questions: z.array(Question) })

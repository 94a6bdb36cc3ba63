import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { Standing } from '../../objectives/progress/schema.ts'
import { ObjectiveMeasure } from '../../objectives/schema.ts'
import { Day } from '../../time/day.ts'

export const Integer = z.string().regex(/^-?\d+$/)

/** One cell of the page. Basis points: 10,000 is one result, and shares in a slice add up. Value: realised, in the reporting currency. */
export const Figure = z.object({
  resultsBp: Integer,
  /** Outcomes with a part in it. */
  outcomes: z.int(),
  valueMinor: Integer,
})
export type Figure = z.infer<typeof Figure>

/** One bucket of the small lines. `people` and `medianDays` cannot be added up over buckets. */
export const TrendCell = z.object({
  bucket: z.int(),
  resultsBp: Integer,
  valueMinor: Integer,
  people: z.int(),
  medianDays: z.number().nullable(),
})

/**
 * An estimate with its interval, both ends included. Medians: exact order statistics (`cases` sorted, the ranks of the binomial
 * distribution). Rates: Wilson. Null without enough cases for the confidence asked.
 */
export const Estimate = z.object({
  cases: z.int(),
  /** Arithmetic, beside the middle: one huge result moves it. */
  mean: z.number().nullable(),
  middle: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type Estimate = z.infer<typeof Estimate>

/** `too-few`: an interval could not be given on one side. `no-clear-difference`: the intervals overlap. Else which is higher. */
export const Verdict = z.enum(['too-few', 'no-clear-difference', 'social-higher', 'conventional-higher'])
export type Verdict = z.infer<typeof Verdict>

const Beside = z.object({ all: Estimate, social: Estimate, conventional: Estimate, verdict: Verdict })
export type Beside = z.infer<typeof Beside>

/** Results with a social account (social and both) beside those of conventional channels alone. Intervals at `confidenceBp`. */
export const Comparison = z.object({
  confidenceBp: z.int(),
  /** Realised value of a result that has one, in major units of the reporting currency. */
  size: Beside,
  /** Days from the first contact to the result, where the first contact is known. */
  days: Beside,
  /** Of the opportunities of the period with the number of a deal, the part whose deal was won since, 0 to 1; null where there are none. */
  conversion: Beside.nullable(),
})
export type Comparison = z.infer<typeof Comparison>

/** `isSuppressed`: of so few people that it could be a figure about one of them; the numbers are null then. */
const PresenceCell = z.object({
  registered: z.int().nullable(),
  active: z.int().nullable(),
  led: z.int().nullable(),
  isSuppressed: z.boolean(),
})
/**
 * Accounts at the end of the period, as registered by their owners: how many, how many of them gave a sign of use in the period or in
 * the 90 days before its end (*active*: see `accounts/activity`), and how many of those led to a verified result of the period.
 */
export const Presence = z.object({ total: PresenceCell, platforms: z.array(PresenceCell.extend({ platform: z.string() })) })
export type Presence = z.infer<typeof Presence>

/** How few people made half. `parts`: each person's part of the whole in basis points, largest first, without names; suppressed in small groups. */
const LorenzPoint = z.object({ peopleBp: z.int(), wholeBp: z.int() })
const Half = z.object({ people: z.int(), half: z.int() })
export const Concentration = z.object({
  isSuppressed: z.boolean(),
  results: Half.nullable(),
  value: Half.nullable(),
  before: z.object({ results: Half.nullable(), value: Half.nullable() }).nullable(),
  /** Lorenz line: of the people, from the smallest part, the share that holds so much of the whole; basis points, at most 101 points. */
  lorenz: z.object({ results: z.array(LorenzPoint), value: z.array(LorenzPoint) }),
})
export type Concentration = z.infer<typeof Concentration>

/** Working through the review, imports left out. `days`: whole days, the last one open. */
export const TimeToVerify = z.object({
  bins: z.array(z.object({ from: z.int(), to: z.int().nullable(), outcomes: z.int() })),
  /** Within the promise of the organization at the time of the decision. */
  kept: z.object({ outcomes: z.int(), of: z.int() }),
})
export type TimeToVerify = z.infer<typeof TimeToVerify>

/**
 * An objective whose days touch the page's, up to the page's end: what counts towards it (of it and those below, in its days, of its
 * types) as far as the page's slice and the reader's border reach. `reached`, `target`, `expected`: basis points of results (10,000 is
 * one), or minor units of the reporting currency.
 */
export const Target = z.object({
  id: Id,
  title: z.string(),
  team: z.string().nullable(),
  /** The nearest one above that stands here too. */
  parentId: Id.nullable(),
  measure: ObjectiveMeasure,
  from: Day,
  to: Day,
  /** The last day that the page counts: of the objective or of the page, whichever comes first. */
  until: Day,
  typeIds: z.array(Id),
  /** Itself and those below it. */
  servedBy: z.array(Id),
  reached: Integer,
  outcomes: z.int(),
  /** null: not for this reader. */
  target: Integer.nullable(),
  expected: Integer.nullable(),
  reachedBp: z.int().nullable(),
  /** null: the page shows a part of what counts, which has no pace of its own. */
  standing: Standing.nullable(),
})
export type Target = z.infer<typeof Target>

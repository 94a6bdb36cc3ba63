import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { Day } from '../../time/day.ts'

const Integer = z.string().regex(/^-?\d+$/)

/** `missed` and `reached` end it; see `standingOf`. */
export const standings = ['upcoming', 'ahead', 'on-pace', 'behind', 'reached', 'missed'] as const
export const Standing = z.enum(standings)
export type Standing = z.infer<typeof Standing>

/**
 * How far an objective is. Amounts are in basis points (10,000 is one result) where results are counted, else in minor units of the
 * reporting currency; null: amounts are not for this reader, who sees whole per cent.
 */
export const ObjectiveProgress = z.object({
  target: Integer.nullable(),
  reached: Integer.nullable(),
  /** What would be reached by now at an even pace. */
  expected: Integer.nullable(),
  /** Results that count, of whatever value. */
  outcomes: z.int(),
  /** Of the target, in basis points; more than 10,000 where it is passed. */
  reachedBp: z.int(),
  expectedBp: z.int(),
  standing: Standing,
})
export type ObjectiveProgress = z.infer<typeof ObjectiveProgress>

/** `at`: days since the first day of the period. `reached` at the end of that day. */
export const ProgressPoint = z.object({ day: Day, at: z.int(), reached: Integer })
export type ProgressPoint = z.infer<typeof ProgressPoint>

/** null: people who were in no team. */
export const TeamPart = z.object({ id: Id.nullable(), name: z.string().nullable(), reached: Integer, outcomes: z.int() })
export type TeamPart = z.infer<typeof TeamPart>

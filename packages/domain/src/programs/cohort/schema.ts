import { z } from 'zod'
import { Curve } from '../curve/schema.ts'

const Integer = z.string().regex(/^-?\d+$/)
/** Shares in basis points, with the band in which the true share lies with the confidence that all figures show; null: none can be told. */
const Share = z.object({ bp: z.int(), lowBp: z.int().nullable(), highBp: z.int().nullable() })

/**
 * What became of everybody who joined, those who left included. `isSuppressed`: so few people that it would tell of one of them; every
 * number is null then. Results are those verified that name the program, as on the impact page.
 */
export const CohortFigures = z.object({
  isSuppressed: z.boolean(),
  people: z.int().nullable(),
  /** Who have a share in a verified result that names it, of the days that are looked at. */
  led: z.int().nullable(),
  /** Half of those who ever had one by then had their first result within so many days of joining; null: too few. */
  firstAfterDays: z.int().nullable(),
  outcomes: z.int(),
  /** Basis points of results: 10,000 is one. */
  resultsBp: Integer,
  /** Realised, minor units of the reporting currency; null: not for this reader. */
  valueMinor: Integer.nullable(),
  perPersonBp: Integer.nullable(),
  valuePerPersonMinor: Integer.nullable(),
  /** Accounts named for it; null: of too few people. */
  accounts: z.int().nullable(),
  perAccountBp: Integer.nullable(),
  valuePerAccountMinor: Integer.nullable(),
  /** Share of them that is neither abandoned nor closed after so many days; `share` null: nobody was seen so long yet. */
  survival: z.array(z.object({ days: z.int(), share: Share.nullable() })).nullable(),
  /** Minor units, and hundredths of an hour, for one result; null: no result, none said, or not for this reader. */
  costPerResultMinor: Integer.nullable(),
  hoursPerResult: z.number().nullable(),
  /** What was spent for each unit of realised value, in basis points; null: no value, none said, or not for this reader. */
  costPerValueBp: Integer.nullable(),
})
export type CohortFigures = z.infer<typeof CohortFigures>

/** Of people, not of programs: what their shares add up to. */
const GroupFigures = CohortFigures.omit({ outcomes: true, costPerResultMinor: true, hoursPerResult: true, costPerValueBp: true })
export const GroupRow = GroupFigures.extend({ curve: Curve.nullable() })
export type GroupRow = z.infer<typeof GroupRow>
/** Who joined in the same part of the program's days, with their own shares of its results. */
export const WaveRow = GroupFigures.extend({ wave: z.int() })
export type WaveRow = z.infer<typeof WaveRow>

export const Cohort = CohortFigures.extend({
  smallestGroup: z.int(),
  /** null: of too few people. */
  curve: Curve.nullable(),
})
export type Cohort = z.infer<typeof Cohort>

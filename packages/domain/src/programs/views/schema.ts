import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { readAddress, writeAddress } from '../../text/address.ts'
import { Day } from '../../time/day.ts'
import { PeriodText } from '../../time/period-text.ts'

/** On which days a cohort is looked at; in an address the same parameters as those of the impact page. */
export const CohortView = z.object({
  /** Absent: from the program's beginning. */
  period: PeriodText.optional(),
  /** As recorded up to the end of this day; absent: as it stands. */
  asOf: Day.optional(),
})
export type CohortView = z.infer<typeof CohortView>
export const CohortInput = CohortView.extend({ id: Id })
export type CohortInput = z.infer<typeof CohortInput>

export function parseCohortView(search: Readonly<Record<string, unknown>>): CohortView {
  return readAddress(CohortView, search)
}

export function formatCohortView(view: CohortView): Record<string, string> {
  return writeAddress(CohortView, view)
}

/** What the page says of its days. */
export const ViewedDays = z.object({
  /** null: from the program's beginning. Canonical, as in the address; both days are included. */
  period: z.object({ code: z.string(), from: Day, to: Day }).nullable(),
  /** The day asked about; null: as it stands. */
  asOf: Day.nullable(),
  /** The last day that is looked at, included. */
  lookedAt: Day,
  ledgerVersion: z.string(),
  /** The program begins later than that. */
  isToCome: z.boolean(),
  /** The period begins after the program: what was spent on the whole is not the cost of a part. */
  isCut: z.boolean(),
  /** People, or accounts, of whom nothing is said because too few came between such days. */
  withheld: z.object({ people: z.boolean(), accounts: z.boolean() }),
})
export type ViewedDays = z.infer<typeof ViewedDays>

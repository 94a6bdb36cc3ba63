import { z } from 'zod'
import { creditCauses } from '../../credits/schema.ts'
import { Id } from '../../ids/ids.ts'
import { PersonRef } from '../../outcomes/schema.ts'
import { requiredText, storableText, textLimits } from '../../text/storable.ts'
import { Day, Instant } from '../../time/day.ts'
import { Integer } from '../parts/schema.ts'

/** Both days included. `note`: what whoever closes wants to be read beside the figures. */
export const ClosePeriodInput = z.object({ from: Day, to: Day, note: storableText(textLimits.line).default('') })
export type ClosePeriodInput = z.infer<typeof ClosePeriodInput>
export const ReopenClosingInput = z.object({ id: Id, words: requiredText(textLimits.line) })
export type ReopenClosingInput = z.infer<typeof ReopenClosingInput>

/** What can be added up: a difference of two of them is a restatement. Basis points; minor units of the reporting currency. */
const Sums = z.object({ resultsBp: Integer, outcomes: z.int(), valueMinor: Integer, potentialMinor: Integer })
export type Sums = z.infer<typeof Sums>

/** The figures of a period as they were reported: numbers and codes only. */
export const ReportedFigures = Sums.extend({
  currency: z.string(),
  digits: z.int(),
  people: z.int(),
  /** Decimal. */
  medianDays: z.string().nullable(),
  notConverted: z.array(z.object({ currency: z.string(), digits: z.int(), outcomes: z.int(), valueMinor: Integer })),
})
export type ReportedFigures = z.infer<typeof ReportedFigures>

export const Closing = z.object({
  id: Id,
  /** As it stands in an address. */
  code: z.string(),
  from: Day,
  to: Day,
  /** Of the ledger: what was recorded up to it was reported. */
  ledgerVersion: Integer,
  closedAt: Instant,
  closedBy: PersonRef.nullable(),
  note: z.string(),
  figures: ReportedFigures,
  /** Closed for nothing, or too early: said by whom and why. A period that was reopened may be closed again. */
  reopened: z.object({ at: Instant, by: PersonRef.nullable(), words: z.string() }).nullable(),
})
export type Closing = z.infer<typeof Closing>
export const ClosingsOutput = z.object({ closings: z.array(Closing) })
export type ClosingsOutput = z.infer<typeof ClosingsOutput>

/** What one cause on one day did to one result of a period that was reported before. */
export const Restatement = Sums.extend({
  outcomeId: Id,
  /** null: not for this reader, any more or at all. */
  title: z.string().nullable(),
  day: Day,
  cause: z.enum(creditCauses),
  /** Said by whoever decided; null where there are none, or not for this reader. */
  words: z.string().nullable(),
})
export type Restatement = z.infer<typeof Restatement>

/** Reported + restated = now, exactly. */
export const RestatementsOutput = z.object({
  closingId: Id,
  now: Sums,
  restated: Sums,
  /** The newest first. */
  restatements: z.array(Restatement),
  /** Older ones that are not listed; they are in the sums. */
  more: z.int(),
  /** Changes that moved no sum of the organization: another split, another team. */
  withoutEffect: z.int(),
})
export type RestatementsOutput = z.infer<typeof RestatementsOutput>

import { z } from 'zod'
import { Platform } from '../../accounts/platforms/schema.ts'
import { Rung, Side, ValueKind } from '../../credits/schema.ts'
import { Id } from '../../ids/ids.ts'
import { AddressFlag, addressList, readAddress, writeAddress } from '../../text/address.ts'
import { storableText } from '../../text/storable.ts'
import { Day } from '../../time/day.ts'
import { OutcomeState, type OutcomeSummary, outcomeLimits } from '../schema.ts'
import { Found } from '../search/schema.ts'

/** `best`: how well the words fit; without words the latest first. */
export const outcomeSorts = ['best', 'latest', 'earliest', 'waiting', 'changed'] as const

const RungInAddress = z.coerce.number().pipe(Rung)
/** `none`: results that name none. */
const IdOrNone = z.union([Id, z.literal('none')])
/** Whole days, both included: `2..3`; `14..` and more. */
const DaySpan = z.string().regex(/^\d{1,4}\.\.(\d{1,4})?$/)

/** Filters of the list, of its export and of every drill-down. Absent = not filtered. A view is a link: see `formatListFilter`. */
export const ListFilter = z.object({
  q: storableText(200).optional(),
  state: addressList(OutcomeState, 8).optional(),
  type: addressList(Id, 50).optional(),
  /** The team and all below it, in the tree as of the day of each result. */
  team: Id.optional(),
  /** Teams in the tree as it is today, whatever stood where on the day of a result. */
  chart: z.enum(['today']).optional(),
  /** Any of these teams, or below one of them. */
  among: addressList(Id, 200).optional(),
  /** None of these teams, nor below one of them. */
  outside: addressList(Id, 200).optional(),
  /** A team above it, on that day as well: what a figure of one team counts of another that moved. */
  within: Id.optional(),
  /** Of the team alone, not of those below it; without a team: of people who were in none on the day of the result. */
  alone: AddressFlag.optional(),
  channel: addressList(Id, 50).optional(),
  side: addressList(Side, 4).optional(),
  valueKind: addressList(ValueKind, 3).optional(),
  rung: addressList(RungInAddress, 5).optional(),
  skill: addressList(IdOrNone, 50).optional(),
  program: addressList(IdOrNone, 50).optional(),
  objective: addressList(IdOrNone, 50).optional(),
  /** A registered account is named, of this platform or of any; within a border those that are shown within it. */
  led: z.union([Platform, z.literal('any')]).optional(),
  /** With `led`: accounts of people who are in this team, or below it, today. */
  ownedIn: Id.optional(),
  /** From sending to the decision. Results that were imported verified waited for nobody and are left out. */
  verifyDays: DaySpan.optional(),
  /** Decided within the promise of that time, or not. */
  promise: z.enum(['kept', 'late']).optional(),
  /** With a value in the reporting currency, stated or converted. */
  valued: AddressFlag.optional(),
  /** Whose first contact is known. */
  touched: AddressFlag.optional(),
  /** With a value in this currency for which no rate was known. */
  unconverted: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** A contributor; only within the reader's reach. */
  person: Id.optional(),
  /** Only where somebody within the reader's reach is credited, as the impact page counts; everything for executives. */
  reach: AddressFlag.optional(),
  /** Verified results as the ledger had them at the end of this day, with their texts of now. */
  asOf: Day.optional(),
  /** Days of the result, both included. */
  from: Day.optional(),
  to: Day.optional(),
  /** Mine: author, contributor, or logged for me. */
  mine: AddressFlag.optional(),
  sort: z.enum(outcomeSorts).optional(),
  cursor: z.string().max(400).optional(),
})
export type ListFilter = z.infer<typeof ListFilter>

/** The stories that open a page. */
export const newestVerified: ListFilter & { readonly limit: number } = { state: ['verified'], sort: 'latest', limit: 3 }

export const ListOutcomesInput = ListFilter.extend({ limit: z.int().min(1).max(outcomeLimits.page).default(50) })
/** Items are as `OutcomeSummary` says: a test of the list holds it. Reading each page through it again was a tenth of what a list costs. */
export const ListOutcomesOutput = z.object({
  items: z.array(z.custom<OutcomeSummary>()),
  nextCursor: z.string().nullable(),
  /** null: no words were asked. */
  found: Found.nullable(),
})

export function parseListFilter(search: Readonly<Record<string, unknown>>): ListFilter {
  return readAddress(ListFilter, search)
}

export function formatListFilter(filter: ListFilter): Record<string, string> {
  return writeAddress(ListFilter, filter)
}

import { z } from 'zod'
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

/** Filters of the list, of its export and of every drill-down. Absent = not filtered. A view is a link: see `formatListFilter`. */
export const ListFilter = z.object({
  q: storableText(200).optional(),
  state: addressList(OutcomeState, 8).optional(),
  type: addressList(Id, 50).optional(),
  /** The team and all below it, in the tree as of the day of each result. */
  team: Id.optional(),
  /** A team above it, on that day as well: what a figure of one team counts of another that moved. */
  within: Id.optional(),
  /** Of the team alone, not of those below it; without a team: of people who were in none on the day of the result. */
  alone: AddressFlag.optional(),
  channel: addressList(Id, 50).optional(),
  side: addressList(Side, 4).optional(),
  valueKind: addressList(ValueKind, 3).optional(),
  rung: addressList(RungInAddress, 5).optional(),
  /** A contributor; only within the reader's reach. */
  person: Id.optional(),
  /** Only where somebody within the reader's reach is credited, as the impact page counts; everything for executives. */
  reach: AddressFlag.optional(),
  /** Days of the result, both included. */
  from: Day.optional(),
  to: Day.optional(),
  /** Mine: author, contributor, or logged for me. */
  mine: AddressFlag.optional(),
  sort: z.enum(outcomeSorts).optional(),
  cursor: z.string().max(400).optional(),
})
export type ListFilter = z.infer<typeof ListFilter>

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

import { z } from 'zod'
import { Rung, Side, ValueKind } from '../../credits/schema.ts'
import { Id } from '../../ids/ids.ts'
import { addressList, joinList } from '../../text/address-list.ts'
import { storableText } from '../../text/storable.ts'
import { Day } from '../../time/day.ts'
import { OutcomeState, OutcomeSummary, outcomeLimits } from '../schema.ts'

export const outcomeSorts = ['latest', 'earliest', 'waiting', 'changed'] as const

const RungInAddress = z.coerce.number().pipe(Rung)
const Flag = z.preprocess((raw) => (raw === '1' || raw === 1 ? true : raw === '0' || raw === '' || raw === 0 ? false : raw), z.boolean())

/** Filters of the list, of its export and of every drill-down. Absent = not filtered. A view is a link: see `formatListFilter`. */
export const ListFilter = z.object({
  q: storableText(200).optional(),
  state: addressList(OutcomeState, 8).optional(),
  type: addressList(Id, 50).optional(),
  /** The team and all below it, in the tree as of the day of each result. */
  team: Id.optional(),
  channel: addressList(Id, 50).optional(),
  side: addressList(Side, 4).optional(),
  valueKind: addressList(ValueKind, 3).optional(),
  rung: addressList(RungInAddress, 5).optional(),
  /** A contributor; only within the reader's reach. */
  person: Id.optional(),
  /** Days of the result, both included. */
  from: Day.optional(),
  to: Day.optional(),
  /** Mine: author, contributor, or logged for me. */
  mine: Flag.optional(),
  sort: z.enum(outcomeSorts).optional(),
  cursor: z.string().max(400).optional(),
})
export type ListFilter = z.infer<typeof ListFilter>

export const ListOutcomesInput = ListFilter.extend({ limit: z.int().min(1).max(outcomeLimits.page).default(50) })
export const ListOutcomesOutput = z.object({ items: z.array(OutcomeSummary), nextCursor: z.string().nullable() })

/** An address is typed and cut by people: what cannot be read is left out, the rest holds. */
export function parseListFilter(search: Readonly<Record<string, unknown>>): ListFilter {
  const readable = Object.entries(ListFilter.shape).flatMap(([key, schema]) => {
    const raw = search[key]
    const parsed = raw === undefined ? undefined : schema.safeParse(raw)
    return parsed?.success && parsed.data !== undefined ? [[key, parsed.data] as const] : []
  })
  return ListFilter.parse(Object.fromEntries(readable))
}

/** The same filter as address parameters, in a fixed order; what is empty does not appear. */
export function formatListFilter(filter: ListFilter): Record<string, string> {
  const entries = Object.keys(ListFilter.shape).flatMap((key) => {
    const value = filter[key as keyof ListFilter]
    if (value === undefined || value === false || value === '') return []
    if (Array.isArray(value)) return value.length > 0 ? [[key, joinList(value)]] : []
    return [[key, value === true ? '1' : String(value)]]
  })
  return Object.fromEntries(entries)
}

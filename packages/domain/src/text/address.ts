import { z } from 'zod'

/**
 * Filters in the address bar. Lists are written `a,b,c`: short, and readable by whoever is sent the link; what could hold a comma is
 * escaped first, so any value survives. Procedures send arrays; both read as the same list.
 */
export function addressList<T extends z.ZodType>(item: T, max: number) {
  const items = z.array(item).max(max)
  return z.preprocess((raw) => (typeof raw === 'string' ? splitList(raw) : raw), items)
}

/** `1` in the address; routers may have read it as a number. */
export const AddressFlag = z.preprocess((raw) => {
  if (raw === '1' || raw === 1) return true
  return raw === '0' || raw === 0 || raw === '' ? false : raw
}, z.boolean())

function splitList(raw: string): string[] {
  return raw === '' ? [] : raw.split(',').map((part) => part.replaceAll('%2C', ',').replaceAll('%25', '%'))
}

function joinList(items: readonly unknown[]): string {
  return items.map((item) => String(item).replaceAll('%', '%25').replaceAll(',', '%2C')).join(',')
}

/** An address is typed and cut by people: what cannot be read is left out, the rest holds. Every field of the schema is optional. */
export function readAddress<S extends z.ZodObject>(schema: S, search: Readonly<Record<string, unknown>>): z.infer<S> {
  const readable = Object.entries(schema.shape).flatMap(([key, field]) => {
    const raw = search[key]
    const parsed = raw === undefined ? undefined : z.safeParse(field, raw)
    return parsed?.success && parsed.data !== undefined ? [[key, parsed.data] as const] : []
  })
  return schema.parse(Object.fromEntries(readable))
}

/** The same filter as parameters of an address, in the order of the schema; what is empty does not appear. */
export function writeAddress<S extends z.ZodObject>(schema: S, filter: z.infer<S>): Record<string, string> {
  const values: Readonly<Record<string, unknown>> = filter
  const entries = Object.keys(schema.shape).flatMap((key) => {
    const value = values[key]
    if (value === undefined || value === null || value === false || value === '') return []
    if (Array.isArray(value)) return value.length > 0 ? [[key, joinList(value)]] : []
    return [[key, value === true ? '1' : String(value)]]
  })
  return Object.fromEntries(entries)
}

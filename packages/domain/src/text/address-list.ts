import { z } from 'zod'

/**
 * Lists in an address are written `a,b,c`: short, and readable by whoever is sent the link. Every item is percent-encoded
 * first where it could hold a comma, so any value survives. Procedures send arrays; both read as the same list.
 */
export function addressList<T extends z.ZodType>(item: T, max: number) {
  const items = z.array(item).max(max)
  return z.preprocess((raw) => (typeof raw === 'string' ? splitList(raw) : raw), items)
}

export function splitList(raw: string): string[] {
  return raw === '' ? [] : raw.split(',').map((part) => decode(part))
}

export function joinList(items: readonly (string | number)[]): string {
  return items.map((item) => String(item).replaceAll('%', '%25').replaceAll(',', '%2C')).join(',')
}

function decode(part: string): string {
  return part.replaceAll('%2C', ',').replaceAll('%25', '%')
}

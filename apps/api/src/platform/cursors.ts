import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { z } from 'zod'

/** Where a page ended, opaque to clients. */
export function writeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** @throws DomainError invalid-input on `cursor` */
export function readCursor<T extends z.ZodType>(cursor: string | undefined, schema: T): z.infer<T> | null {
  if (cursor === undefined) return null
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch (e) {
    throw new DomainError({ code: 'invalid-input', field: 'cursor' }, e)
  }
}

/** One row more than asked for tells whether there is another page. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (last: T) => unknown): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? writeCursor(keyOf(last)) : null }
}

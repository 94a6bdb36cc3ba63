import { z } from 'zod'

/**
 * An amount on the wire: minor units as an integer in decimal notation, and how many of them are decimals (stored with the
 * amount, because the table of currencies changes and what was recorded must not). Never a Number.
 */
export const Money = z.object({
  minor: z.string().regex(/^-?\d{1,20}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  digits: z.int().min(0).max(4),
})
export type Money = z.infer<typeof Money>

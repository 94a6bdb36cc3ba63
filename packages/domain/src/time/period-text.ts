import { z } from 'zod'
import { refuse } from '../errors/refusals.ts'
import { formatPeriodCode, parsePeriodCode } from './period-codes.ts'

/** A period in an address, see period-codes.ts; in canonical form. */
export const PeriodText = z
  .string()
  .max(40)
  .transform((text, ctx) => {
    const code = parsePeriodCode(text)
    if (code) return formatPeriodCode(code)
    refuse(ctx, 'date-invalid')
    return z.NEVER
  })

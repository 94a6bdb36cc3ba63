import { z } from 'zod'
import { refuse } from '../errors/refusals.ts'
import { Id } from '../ids/ids.ts'
import { currencyDigits } from '../money/currencies.ts'
import { Day } from '../time/day.ts'

/**
 * Where a rate comes from: `published` by the European Central Bank, day by day; the organization's `own` file; `typed` by hand. All say how
 * many units of the currency one euro is worth.
 */
export const rateSources = ['published', 'own', 'typed'] as const
export type RateSource = (typeof rateSources)[number]

/** Up to 12 digits on either side of the point, above zero: the digits of the source are kept as they are. */
export const Rate = z.string().superRefine((text, ctx) => {
  if (!isRate(text)) refuse(ctx, 'rate-invalid')
})

export function isRate(text: string): boolean {
  return /^\d{1,12}(\.\d{1,12})?$/.test(text) && /[1-9]/.test(text)
}

/** One currency, one day. `perEuro` null: what was typed for that day was a mistake, there is none. */
export const TypeRateInput = z.object({
  currency: z.string().superRefine((code, ctx) => {
    if (currencyDigits(code) === null || code === 'EUR') refuse(ctx, 'unknown-currency', { currency: code.slice(0, 20) })
  }),
  day: Day,
  perEuro: Rate.nullable(),
})
export type TypeRateInput = z.infer<typeof TypeRateInput>

export const OwnRatesInput = z.object({ currency: z.string().regex(/^[A-Z]{3}$/), after: Day.nullable().default(null) })

/** One side of a conversion: the rate that was used, the day it is of, where it comes from. */
export const Leg = z.object({
  currency: z.string(),
  perEuro: z.string(),
  day: z.string(),
  source: z.enum(rateSources),
  loadId: Id,
})
export type Leg = z.infer<typeof Leg>

/** How a value came into the reporting currency; a side that is the euro itself is null. Stored with the result, and the rate stays. */
export type Conversion = {
  readonly currency: string
  readonly digits: number
  readonly from: Leg | null
  readonly to: Leg | null
}

/** What was said of one currency on one day. */
export type DayRate = { readonly currency: string; readonly day: string; readonly perEuro: string }

/** What became of a file or of a rate typed. `kept`: days on which a rate of the organization's own stands, which a published file leaves. */
export type LoadCounts = { readonly added: number; readonly corrected: number; readonly unchanged: number; readonly kept: number }
export type LoadedRates = LoadCounts & {
  readonly id: string | null
  readonly source: RateSource
  readonly currencies: number
  readonly firstDay: string
  readonly lastDay: string
}

export type RateLoad = LoadCounts & {
  readonly id: string
  readonly source: RateSource
  readonly fileName: string | null
  readonly by: { readonly id: string; readonly name: string } | null
  readonly at: string
  readonly firstDay: string
  readonly lastDay: string
}
export type RatedCurrency = {
  readonly currency: string
  readonly days: number
  readonly firstDay: string
  /** Of the last day: the rate and where it comes from. */
  readonly lastDay: string
  readonly perEuro: string
  readonly source: RateSource
}
/** A rate that somebody typed and that stands. */
export type TypedRate = DayRate & { readonly by: { readonly id: string; readonly name: string } | null; readonly at: string }
export type RatesPage = {
  readonly reportingCurrency: string
  readonly currencies: readonly RatedCurrency[]
  readonly loads: readonly RateLoad[]
  readonly typed: readonly TypedRate[]
}

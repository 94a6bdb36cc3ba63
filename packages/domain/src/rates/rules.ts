import { convertMinor } from '../money/conversion.ts'
import { currencyDigits } from '../money/currencies.ts'
import type { Money } from '../money/money.ts'
import { addDays } from '../time/calendar.ts'
import type { Day } from '../time/day.ts'
import type { Conversion, Leg, LoadCounts, RateSource } from './schema.ts'

/**
 * How long a published rate holds when no newer one follows: over any weekend and holidays (five days at most since 1999), not over the end
 * of a currency, of its quotation or of the file. What the organization itself states holds until its next one.
 */
export const publishedHoldsDays = 10

/** The oldest day of which a published rate may still serve a result of this day. */
export function oldestPublished(day: Day): Day {
  return addDays(day, -publishedHoldsDays)
}

/** Whether a rate of one day serves a result of another: never a later one. */
export function serves(rate: { readonly day: Day; readonly source: RateSource }, day: Day): boolean {
  return rate.day <= day && (rate.source !== 'published' || rate.day >= oldestPublished(day))
}

/** The value in the reporting currency, in its minor units; null: absent, or no rate is known. `conversion` null: nothing was converted. */
export type Converted = { readonly minor: bigint | null; readonly conversion: Conversion | null }
export const notConverted: Converted = { minor: null, conversion: null }

/** The rate that serves a currency on a day, or null. */
export type LegOf = (currency: string, day: Day) => Leg | null

/** What must be looked up to convert between two currencies: both, but for the euro; nothing where they are one. */
export function ratesNeeded(from: string, to: string): string[] {
  return from === to ? [] : [from, to].filter((currency) => currency !== 'EUR')
}

/**
 * By the last rates at or before the day of the result; between two other currencies through the euro, rounded once, half to even. Without
 * a rate, or without a day, it stays as it is and is said to be so: nothing is converted by guess.
 */
export function convertValue(value: Money | null, day: Day | null, reportingCurrency: string, legOf: LegOf): Converted {
  if (value === null) return notConverted
  if (value.currency === reportingCurrency) return { minor: BigInt(value.minor), conversion: null }
  const digits = currencyDigits(reportingCurrency)
  if (day === null || digits === null) return notConverted
  const legFor = (currency: string) => (currency === 'EUR' ? null : (legOf(currency, day) ?? undefined))
  const [from, to] = [legFor(value.currency), legFor(reportingCurrency)]
  if (from === undefined || to === undefined) return notConverted
  const worth = (leg: Leg | null) => leg?.perEuro ?? '1'
  const minor = convertMinor(BigInt(value.minor), { perEuro: worth(from), digits: value.digits }, { perEuro: worth(to), digits })
  return { minor, conversion: { currency: reportingCurrency, digits, from, to } }
}

export type GivenRate = { readonly currency: string; readonly day: Day; readonly perEuro: string | null }
export type StandingRate = { readonly revision: number; readonly perEuro: string | null; readonly source: RateSource }
export type JudgedRate = GivenRate & { readonly revision: number }

/**
 * What is new of the rates given, beside what stands (by `currency day`): the same again is nothing, another rate for a day is its next
 * revision. What the organization itself stated for a day is not replaced by what is published.
 */
export function judgeRates(
  given: readonly GivenRate[],
  standing: ReadonlyMap<string, StandingRate>,
  source: RateSource,
): { readonly counts: LoadCounts; readonly fresh: readonly JudgedRate[] } {
  const counts = { added: 0, corrected: 0, unchanged: 0, kept: 0 }
  const fresh: JudgedRate[] = []
  for (const rate of given) {
    const stood = standing.get(`${rate.currency} ${rate.day}`)
    const what = judged(rate.perEuro, stood, source)
    counts[what]++
    if (what === 'added' || what === 'corrected') fresh.push({ ...rate, revision: (stood?.revision ?? 0) + 1 })
  }
  return { counts, fresh }
}

function judged(perEuro: string | null, stood: StandingRate | undefined, source: RateSource): keyof LoadCounts {
  if (!stood) return perEuro === null ? 'unchanged' : 'added'
  if (isSameRate(stood.perEuro, perEuro)) return 'unchanged'
  if (source === 'published' && stood.source !== 'published' && stood.perEuro !== null) return 'kept'
  return 'corrected'
}

/** "1.10" is "1.1". */
function isSameRate(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  const plain = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text).replace(/^0+(?=\d)/, '')
  return plain(a) === plain(b)
}

import { type DecimalMark, toDecimal } from '@oeuvre/domain/money/amounts'
import type { Money } from '@oeuvre/domain/money/money'
import type { Language } from '@oeuvre/domain/organizations/schema'
import { createContext, use } from 'react'
import { useLanguage } from './language.ts'

export type DayStyle = 'long' | 'medium' | 'short' | 'weekday'
/** A headline figure and its unit apart, so that the unit can be set smaller; the space between them, where the language has one, is the unit's. */
export type FigureParts = { readonly before: string; readonly figure: string; readonly after: string }
export type FormatOptions = { readonly locale: string; readonly timeZone: string }
export type Format = ReturnType<typeof createFormat>

const dayStyles: Readonly<Record<DayStyle, Intl.DateTimeFormatOptions>> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
}
const dayInMs = 86_400_000

/** Noon UTC: a day is a day, whatever the zone of the reader or of the server. */
function noonOf(day: string): Date {
  return new Date(`${day.length === 7 ? `${day}-01` : day}T12:00:00Z`)
}

/** Days from `from` to `to`, both YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / dayInMs)
}

const daysOf = kept((timeZone: string) => new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }))

/** The calendar day of an instant in a zone, YYYY-MM-DD. */
export function dayIn(timeZone: string, instant: Date | string): string {
  const parts = daysOf(timeZone).formatToParts(new Date(instant))
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`
}

function typographic(parts: readonly Intl.NumberFormatPart[]): string {
  return parts.map((part) => (part.type === 'minusSign' ? '\u2212' : part.value)).join('')
}

/** French writes M€ and k€ as one sign, with one space before it. */
function joinUnit(parts: readonly Intl.NumberFormatPart[]): Intl.NumberFormatPart[] {
  return parts.filter((part, at) => !(part.type === 'literal' && parts[at - 1]?.type === 'compact' && parts[at + 1]?.type === 'currency'))
}

/** Each made once. */
function kept<Options, Made>(make: (options: Options) => Made): (options: Options) => Made {
  const known = new Map<string, Made>()
  return (options) => {
    const key = JSON.stringify(options)
    const made = known.get(key) ?? make(options)
    known.set(key, made)
    return made
  }
}

/**
 * The one place that writes dates, numbers and money. `locale` is the reader's, `timeZone` the organization's: instants are
 * shown in the latter, days (YYYY-MM-DD) have no zone at all.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one table, a line or two for each form
export function createFormat({ locale, timeZone }: FormatOptions) {
  // To make one takes longer than to write a hundred figures with it.
  const numbers = kept((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
  const dated = kept((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options))
  const lists = kept((options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options))
  function parts(value: string | number | bigint, options: Intl.NumberFormatOptions): Intl.NumberFormatPart[] {
    // The DOM library types decimal strings as `${number}` only; ours come from `toDecimal` or a count.
    return numbers(options).formatToParts(value as number)
  }
  const moneyOptions = (money: Money): Intl.NumberFormatOptions => ({
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: money.digits,
    maximumFractionDigits: money.digits,
    trailingZeroDisplay: 'stripIfInteger',
  })
  const compactOptions = (money: Money): Intl.NumberFormatOptions => ({
    style: 'currency',
    currency: money.currency,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumSignificantDigits: 3,
  })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const dates = (options: Intl.DateTimeFormatOptions, zone = 'UTC') => dated({ ...options, timeZone: zone })

  return {
    locale,
    timeZone,
    number: (value: number | bigint | string) => typographic(parts(value, { maximumFractionDigits: 1 })),
    compactNumber: (value: number) => typographic(parts(value, { notation: 'compact', maximumSignificantDigits: 3 })),
    /** "+ 4", "− 4", "=": a difference with the period before. */
    difference(value: number): string {
      if (value === 0) return '='
      return `${value > 0 ? '+' : '\u2212'}\u00a0${typographic(parts(Math.abs(value), { maximumFractionDigits: 1 }))}`
    },
    /** Basis points (hundredths of a per cent) as per cent. */
    percent: (basisPoints: number, digits = 0) =>
      typographic(parts(basisPoints / 10_000, { style: 'percent', maximumFractionDigits: digits })),
    money: (money: Money) => typographic(parts(toDecimal(money), moneyOptions(money))),
    moneyCompact: (money: Money) => typographic(joinUnit(parts(toDecimal(money), compactOptions(money)))),
    moneyParts(money: Money): FigureParts {
      const list = joinUnit(parts(toDecimal(money), compactOptions(money)))
      const isFigure = (part: Intl.NumberFormatPart) => !['compact', 'currency', 'literal'].includes(part.type)
      const first = list.findIndex(isFigure)
      const last = list.findLastIndex(isFigure)
      const text = (from: number, to?: number) => typographic(list.slice(from, to))
      return { before: text(0, first), figure: text(first, last + 1), after: text(last + 1) }
    },
    /** An amount without its currency, as it stands in a field. */
    amount: ({ minor, digits }: Pick<Money, 'minor' | 'digits'>) =>
      typographic(
        parts(toDecimal({ minor, digits }), {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
          trailingZeroDisplay: 'stripIfInteger',
        }),
      ),
    /** An exchange rate, with the digits of its source. */
    rate(decimal: string): string {
      const digits = decimal.split('.')[1]?.length ?? 0
      return typographic(parts(decimal, { minimumFractionDigits: digits, maximumFractionDigits: digits }))
    },
    decimalMark: (parts(1.5, {}).some((part) => part.type === 'decimal' && part.value === ',') ? ',' : '.') as DecimalMark,
    /** "€", "$", or the code where there is no shorter sign. */
    currencySign: (code: string) =>
      parts(0, { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' }).find((part) => part.type === 'currency')?.value ??
      code,
    currencyName: (code: string) => new Intl.DisplayNames(locale, { type: 'currency' }).of(code) ?? code,
    day: (day: string, style: DayStyle = 'long') => dates(dayStyles[style]).format(noonOf(day)),
    dayRange: (from: string, to: string) => dates(dayStyles.long).formatRange(noonOf(from), noonOf(to)),
    /** `month`: YYYY-MM or any day in it. */
    month: (month: string, style: 'long' | 'short' | 'narrow' = 'long') => dates({ month: style, year: 'numeric' }).format(noonOf(month)),
    monthName: (month: string, style: 'long' | 'short' | 'narrow' = 'long') => dates({ month: style }).format(noonOf(month)),
    /** ISO: 1 Monday … 7 Sunday. */
    weekdayName: (weekday: number) => dates({ weekday: 'long' }).format(noonOf(`2024-01-0${weekday}`)),
    instant: (iso: string) => dates({ dateStyle: 'long', timeStyle: 'short' }, timeZone).format(new Date(iso)),
    instantDay: (iso: string, style: DayStyle = 'long') => dates(dayStyles[style], timeZone).format(new Date(iso)),
    time: (iso: string) => dates({ timeStyle: 'short' }, timeZone).format(new Date(iso)),
    /** The calendar day of an instant in the organization's zone, YYYY-MM-DD. */
    dayOf: (iso: string) => dayIn(timeZone, iso),
    /** "today", "yesterday", "3 days ago", "2 months ago", seen from `today`. */
    relativeDay(day: string, today: string): string {
      const days = daysBetween(today, day)
      if (Math.abs(days) < 14) return relative.format(days, 'day')
      if (Math.abs(days) < 60) return relative.format(Math.round(days / 7), 'week')
      if (Math.abs(days) < 730) return relative.format(Math.round(days / 30.44), 'month')
      return relative.format(Math.round(days / 365.25), 'year')
    },
    /** "5 minutes ago", up to a day; then by calendar day in the organization's zone. */
    ago(iso: string, now: Date): string {
      const minutes = Math.round((new Date(iso).getTime() - now.getTime()) / 60_000)
      if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute')
      if (Math.abs(minutes) < 12 * 60) return relative.format(Math.round(minutes / 60), 'hour')
      return this.relativeDay(dayIn(timeZone, iso), dayIn(timeZone, now))
    },
    days: (count: number) => typographic(parts(count, { style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits: 1 })),
    /** "9 j", "9d": where room is short. */
    daysShort: (count: number) =>
      typographic(
        parts(count, { style: 'unit', unit: 'day', unitDisplay: locale.startsWith('fr') ? 'short' : 'narrow', maximumFractionDigits: 1 }),
      ),
    seconds(count: number): string {
      if (count < 60) return numbers({ style: 'unit', unit: 'second', unitDisplay: 'long' }).format(count)
      if (count < 3_600) return numbers({ style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(Math.round(count / 60))
      return numbers({ style: 'unit', unit: 'hour', unitDisplay: 'long', maximumFractionDigits: 1 }).format(count / 3_600)
    },
    bytes(count: number): string {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte']
      const at = Math.min(units.length - 1, count < 1 ? 0 : Math.floor(Math.log10(count) / 3))
      const unitDisplay = at === 0 ? 'long' : 'short'
      return numbers({ style: 'unit', unit: units[at], unitDisplay, maximumFractionDigits: 1 }).format(count / 1_000 ** at)
    },
    list: (items: readonly string[], kind: 'and' | 'or' = 'and') =>
      lists({ type: kind === 'and' ? 'conjunction' : 'disjunction' }).format(items),
    compare: new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }).compare,
    today: (now: Date) => dayIn(timeZone, now),
  }
}

const defaults: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' }

/** The reader's own variant of the language ("en-US", "fr-CA") where the browser names one. */
export function localeOf(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => tag.toLowerCase().startsWith(`${language}-`) && isKnown(tag)) ?? defaults[language]
}

/** Chromium on a machine without a language says "en-US@posix", which Intl refuses. */
function isKnown(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  } catch {
    return false
  }
}

export const deviceTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The organization's zone; before one is known, the device's. */
export const TimeZoneContext = createContext(deviceTimeZone)

const formats = new Map<string, Format>()

export function useFormat(): Format {
  const language = useLanguage()
  const timeZone = use(TimeZoneContext)
  const locale = localeOf(language, navigator.languages)
  const key = `${locale} ${timeZone}`
  const format = formats.get(key) ?? createFormat({ locale, timeZone })
  formats.set(key, format)
  return format
}

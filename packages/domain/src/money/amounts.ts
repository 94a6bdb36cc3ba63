import type { Refusal } from '../errors/domain-error.ts'
import { currencyDigits, findCurrency } from './currencies.ts'
import type { Money } from './money.ts'

export type DecimalMark = ',' | '.'

/** Canonical: digits, at most one point, nothing else. */
export type ParsedAmount =
  | { readonly ok: true; readonly decimal: string }
  | { readonly ok: false; readonly code: 'amount-invalid' | 'amount-negative' | 'amount-ambiguous' }

/** The limit of a value, in major units of its currency. */
export const largestAmount = 1_000_000_000_000n

const groupSpaces = /[\s\u2009'’]/g
const invalid = { ok: false, code: 'amount-invalid' } as const

/** 1,234,567 and the Indian 12,34,567. */
function isGrouped(text: string, mark: string): boolean {
  const groups = text.split(mark)
  const [head = '', ...rest] = groups
  const last = rest.at(-1) ?? ''
  return /^\d{1,3}$/.test(head) && last.length === 3 && rest.every((group) => /^\d{2,3}$/.test(group))
}

function plain(integer: string, fraction: string): ParsedAmount {
  if (!/^\d*$/.test(integer) || !/^\d*$/.test(fraction) || integer + fraction === '') return invalid
  const whole = integer.replace(/^0+(?=\d)/, '') || '0'
  return { ok: true, decimal: fraction === '' ? whole : `${whole}.${fraction}` }
}

/** One kind of mark, once: it groups only where it can, and then the reader's own mark decides. */
function oneMark(text: string, mark: DecimalMark, decimalMark: DecimalMark | null): ParsedAmount {
  const [integer = '', fraction = ''] = text.split(mark)
  const couldGroup = /^[1-9]\d{0,2}$/.test(integer) && fraction.length === 3
  if (mark === decimalMark || !couldGroup) return plain(integer, fraction)
  return decimalMark === null ? { ok: false, code: 'amount-ambiguous' } : plain(integer + fraction, '')
}

function unsigned(body: string, decimalMark: DecimalMark | null): ParsedAmount {
  if (!/^[\d.,]+$/.test(body)) return invalid
  const marks = body.replace(/\d/g, '')
  if (marks === '') return plain(body, '')
  const [last, other]: [DecimalMark, DecimalMark] = marks.endsWith(',') ? [',', '.'] : ['.', ',']
  if (marks === last) return oneMark(body, last, decimalMark)
  if (!marks.includes(other)) return isGrouped(body, last) ? plain(body.replaceAll(last, ''), '') : invalid
  if (marks.indexOf(last) !== marks.length - 1) return invalid
  const at = body.lastIndexOf(last)
  const grouped = body.slice(0, at)
  return isGrouped(grouped, other) ? plain(grouped.replaceAll(other, ''), body.slice(at + 1)) : invalid
}

/** Numbers grouped by spaces or apostrophes: what else stands there can only be the decimal mark. */
function spaced(body: string): ParsedAmount {
  const [, integer = '', fraction = ''] = /^([\d\s\u2009'’]+)(?:[.,](\d*))?$/.exec(body) ?? []
  return isGrouped(integer.replace(groupSpaces, ' '), ' ') ? plain(integer.replace(groupSpaces, ''), fraction) : invalid
}

/**
 * What was typed as an amount, in any usual form: "1 234,56", "1,234.56", "1'234.56", "€ 1.234,56". "1.234" is read by the decimal
 * mark of the reader's language; without one (a column of a file) it is ambiguous and has to be asked about.
 */
export function parseAmount(typed: string, decimalMark: DecimalMark | null): ParsedAmount {
  const text = typed
    .trim()
    .replace(/^(?<sign>[-−+]?)\s*\p{Sc}\s*|\s*\p{Sc}$/gu, '$<sign>')
    .trim()
  const isNegative = /^[-−]|^\(.*\)$|\d-$/.test(text)
  const body = text.replace(/^[-−+(]\s*|[-)]$/g, '').trim()
  const parsed = /[\s\u2009'’]/.test(body) ? spaced(body) : unsigned(body, decimalMark)
  if (parsed.ok && isNegative && /[1-9]/.test(parsed.decimal)) return { ok: false, code: 'amount-negative' }
  return parsed
}

/** A typed amount in a currency, or why not. The digits of today are stored with it. */
export function toMoney(typed: { amount: string; currency: string; decimalMark: DecimalMark | null }): Money | Refusal {
  const currency = findCurrency(typed.currency)
  const digits = currency === null ? null : currencyDigits(currency)
  if (currency === null || digits === null) return { code: 'unknown-currency', params: { currency: typed.currency } }
  const parsed = parseAmount(typed.amount, typed.decimalMark)
  if (!parsed.ok) return { code: parsed.code }
  const [integer = '0', typedFraction = ''] = parsed.decimal.split('.')
  const fraction = typedFraction.replace(/0+$/, '')
  if (fraction.length > digits) return { code: 'amount-too-precise', params: { currency, digits } }
  const minor = BigInt(integer + fraction.padEnd(digits, '0'))
  if (minor > largestAmount * 10n ** BigInt(digits)) return { code: 'amount-too-large', params: { max: largestAmount.toString() } }
  return { minor: minor.toString(), currency, digits }
}

export function isMoney(result: Money | Refusal): result is Money {
  return 'minor' in result
}

/** Major units as a decimal string, all digits shown: "1234.50". What `Intl.NumberFormat` and exports take. */
export function toDecimal(money: Pick<Money, 'minor' | 'digits'>): string {
  const sign = money.minor.startsWith('-') ? '-' : ''
  const digits = money.minor.replace('-', '').padStart(money.digits + 1, '0')
  const at = digits.length - money.digits
  return money.digits === 0 ? sign + digits : `${sign}${digits.slice(0, at)}.${digits.slice(at)}`
}

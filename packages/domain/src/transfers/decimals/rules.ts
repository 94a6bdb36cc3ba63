import type { DecimalSign } from '../schema.ts'

/** Spaces that group thousands: plain, no-break, narrow, thin, figure; and the Swiss apostrophes. */
const groupers = /[ \u00a0\u202f\u2009\u2007'’_]/g
const hasGrouper = /[ \u00a0\u202f\u2009\u2007'’_]/
const body = /^\d[\d.,]*$|^[.,]\d+$/
const spaceGrouped = /^\d{1,3}(?:[ \u00a0\u202f\u2009\u2007'’_]\d{3})+(?:[.,]\d+)?$/
/** Groups of three, or of two before the last as in India; the decimal sign is the other one. */
const markGrouped = /^\d{1,3}([.,])(?:\d{2,3}\1)*\d{3}(?:(?!\1)[.,]\d+)?$/

/** Signs that stand for one currency only; `$` and `¥` stand for many and say nothing. */
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  '₺': 'TRY',
  '₪': 'ILS',
  '₫': 'VND',
  '₴': 'UAH',
}
const affix = String.raw`(?:\p{L}{0,3}\p{Sc}|[A-Za-z]{3})?`
const wrapped = new RegExp(String.raw`^(${affix})[\s\u00a0\u202f]*(.*?)[\s\u00a0\u202f]*(${affix})$`, 'su')

type Pieces = { readonly digits: string; readonly isNegative: boolean; readonly currency: string | null }

function currencyOf(mark: string): string | null {
  if (/^[A-Za-z]{3}$/.test(mark)) return mark.toUpperCase()
  return signs[mark] ?? null
}

function pieces(text: string): Pieces | null {
  let rest = text.trim().replace(/^\u2212/, '-')
  if (rest.length === 0 || rest.length > 60) return null
  let isNegative = false
  const minus = () => {
    const found = /^-\s*(.*)$|^(.*?)\s*-$|^\((.*)\)$/s.exec(rest)
    if (!found) return
    isNegative = !isNegative
    rest = (found[1] ?? found[2] ?? found[3] ?? '').trim()
  }
  minus()
  rest = rest.replace(/^\+\s*/, '')
  const [, before = '', middle = '', after = ''] = wrapped.exec(rest) ?? []
  if (before && after) return null
  rest = middle
  if (!isNegative) minus()
  return { digits: rest, isNegative, currency: currencyOf(before || after) }
}

/** What a written number says about the decimal sign: one sign alone, `either` (`1.234`), `plain` without any, null when unreadable. */
export type DecimalShape = DecimalSign | 'either' | 'plain' | null

function signOf(mark: string): DecimalSign {
  return mark === '.' ? 'point' : 'comma'
}

function shapeOf(digits: string): DecimalShape {
  const hasGroups = hasGrouper.test(digits)
  if (hasGroups && !spaceGrouped.test(digits)) return null
  const tight = digits.replace(groupers, '')
  if (!body.test(tight)) return null
  const marks = tight.match(/[.,]/g) ?? []
  const last = marks.at(-1)
  if (!last) return 'plain'
  if (marks.length > 1) {
    if (hasGroups || !markGrouped.test(tight)) return null
    return marks[0] === last ? signOf(last === '.' ? ',' : '.') : signOf(last)
  }
  const before = tight.indexOf(last)
  const couldGroup = !hasGroups && tight.length - before === 4 && before >= 1 && before <= 3 && !tight.startsWith('0')
  return couldGroup ? 'either' : signOf(last)
}

export function decimalShape(text: string): DecimalShape {
  const found = pieces(text)
  return found ? shapeOf(found.digits) : null
}

export type DecimalReading =
  | { readonly decimal: string; readonly currency: string | null }
  | { readonly fault: 'amount-invalid' | 'amount-ambiguous' | 'amount-negative' }

/**
 * A cell as a canonical decimal string (`1234.56`), with the currency that stands in it if it names exactly one. `sign` null: not
 * decided, so `1.234` is `amount-ambiguous`. A number written the other way round than its column is `amount-invalid`.
 */
export function readDecimal(text: string, sign: DecimalSign | null): DecimalReading {
  const found = pieces(text)
  const shape = found && shapeOf(found.digits)
  if (!found || !shape) return { fault: 'amount-invalid' }
  if (shape === 'either' && sign === null) return { fault: 'amount-ambiguous' }
  if (shape !== 'plain' && shape !== 'either' && sign !== null && shape !== sign) return { fault: 'amount-invalid' }
  const used = shape === 'plain' || shape === 'either' ? (sign ?? 'point') : shape
  const tight = found.digits.replace(groupers, '')
  const [whole = '', part = ''] = used === 'point' ? tight.replaceAll(',', '').split('.') : tight.replaceAll('.', '').split(',')
  const head = whole.replace(/^0+(?=\d)/, '') || '0'
  const decimal = part ? `${head}.${part}` : head
  if (found.isNegative && /[1-9]/.test(decimal)) return { fault: 'amount-negative' }
  return { decimal, currency: found.currency }
}

export type DecimalCounts = { point: number; comma: number; either: number; plain: number }
export type DecimalVerdict = { readonly sign: DecimalSign; readonly ask: false } | { readonly sign: null; readonly ask: boolean }

/** The decimal sign of a whole column: decided when the cells leave one, asked when they leave two or contradict each other. */
export function decideDecimal(counts: DecimalCounts): DecimalVerdict {
  if (counts.point > 0 && counts.comma > 0) return { sign: null, ask: true }
  if (counts.point > 0) return { sign: 'point', ask: false }
  if (counts.comma > 0) return { sign: 'comma', ask: false }
  return { sign: null, ask: counts.either > 0 }
}

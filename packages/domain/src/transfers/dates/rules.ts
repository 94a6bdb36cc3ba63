import { dayOfStamp } from '../../time/calendar.ts'
import type { DateOrder } from '../schema.ts'

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan january janv janvier',
    'feb february fev fevr fevrier',
    'mar march mars',
    'apr april avr avril',
    'may mai',
    'jun june juin',
    'jul july juil juillet',
    'aug august aout',
    'sep sept september septembre',
    'oct october octobre',
    'nov november novembre',
    'dec december decembre',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
)

const time = String.raw`(?:[T ,]+(\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s*([ap]\.?m\.?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?`
const numeric = new RegExp(String.raw`^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})${time}$`, 'i')
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const dayNamed = new RegExp(
  String.raw`^(?:\p{L}+\.?,? )?(\d{1,2})(?:er|st|nd|rd|th)?[-/. ]+(?:de )?(\p{L}+)\.?,?[-/. ]+(\d{2}|\d{4})${time}$`,
  'iu',
)
const monthNamed = new RegExp(String.raw`^(?:\p{L}+\.?,? )?(\p{L}+)\.?[-/. ]+(\d{1,2})(?:st|nd|rd|th)?,?[-/. ]+(\d{4})${time}$`, 'iu')

type Parts = { readonly y: number; readonly m: number; readonly d: number }
/** What a cell can be read as: one day for each order that makes sense of it, or one for all where a word or the year decides. */
type Readings = {
  readonly days: Readonly<Partial<Record<DateOrder, Parts>>>
  readonly clock: string
  readonly half: string
  readonly zone: string
}

function isRealDay({ y, m, d }: Parts): boolean {
  return y >= 1000 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate()
}

function wholeYear(text: string): number {
  const year = Number(text)
  if (text.length === 4) return year
  return text.length === 2 ? year + (year < 70 ? 2000 : 1900) : Number.NaN
}

function real(days: Partial<Record<DateOrder, Parts>>): Partial<Record<DateOrder, Parts>> {
  return Object.fromEntries(Object.entries(days).filter(([, parts]) => isRealDay(parts)))
}

function readNamed(text: string): Readings | null {
  const first = dayNamed.exec(text)
  const second = first ? null : monthNamed.exec(text)
  const found = first ?? second
  if (!found) return null
  const [, a = '', b = '', year = '', clock = '', half = '', zone = ''] = found
  const word = (first ? b : a)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  const parts = { y: wholeYear(year), m: months[word] ?? 0, d: Number(first ? a : b) }
  return isRealDay(parts) ? { days: { ymd: parts, dmy: parts, mdy: parts }, clock, half, zone } : null
}

function readNumeric(text: string): Readings | null {
  const short = compact.exec(text)
  if (short)
    return { days: real({ ymd: { y: Number(short[1]), m: Number(short[2]), d: Number(short[3]) } }), clock: '', half: '', zone: '' }
  const found = numeric.exec(text)
  if (!found) return null
  const [, a = '', , b = '', c = '', clock = '', half = '', zone = ''] = found
  if (a.length === 4) return c.length > 2 ? null : { days: real({ ymd: { y: Number(a), m: Number(b), d: Number(c) } }), clock, half, zone }
  if (a.length > 2) return null
  const y = wholeYear(c)
  return { days: real({ dmy: { y, m: Number(b), d: Number(a) }, mdy: { y, m: Number(a), d: Number(b) } }), clock, half, zone }
}

function readings(text: string): Readings | null {
  const trimmed = text.trim()
  if (trimmed.length < 6 || trimmed.length > 60) return null
  const found = readNumeric(trimmed) ?? readNamed(trimmed)
  return found && Object.keys(found.days).length > 0 ? found : null
}

/**
 * What a cell says about the order of day, month and year in its column: one order alone, `either` day or month first
 * (`03/04/2024`), `any` where it makes no difference (a month's name, `03/03/2024`), null when it is no date.
 */
export type DateShape = DateOrder | 'either' | 'any' | null

export function dateShape(text: string): DateShape {
  const found = readings(text)
  if (!found) return null
  const { ymd, dmy, mdy } = found.days
  if (ymd) return dmy ? 'any' : 'ymd'
  if (dmy && mdy) return day(dmy) === day(mdy) ? 'any' : 'either'
  return dmy ? 'dmy' : 'mdy'
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0')
}

function inZone(parts: Parts, found: Readings, timeZone: string): string | null {
  const [hour = '0', minute = '0', second = '0'] = found.clock.toLowerCase().split(/[:h]/)
  const after = found.half.toLowerCase().startsWith('p')
  const h = found.half ? (Number(hour) % 12) + (after ? 12 : 0) : Number(hour)
  const offset = /^(z|utc)$/i.test(found.zone) ? 'Z' : found.zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')
  const stamp = `${day(parts)}T${pad(h, 2)}:${minute}:${second.replace(',', '.').padStart(2, '0')}${offset}`
  try {
    return dayOfStamp(stamp, timeZone)
  } catch {
    return null
  }
}

function day({ y, m, d }: Parts): string {
  return `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`
}

export type DateReading = { readonly day: string } | { readonly fault: 'date-invalid' | 'date-ambiguous' }

/**
 * A cell as a local day, `YYYY-MM-DD`. A time without a zone is local and changes nothing, whatever the zone of the server; a stamp
 * that names its offset is brought to `timeZone` (IANA) first. `order` null: not decided, so a cell that needs it is `date-ambiguous`.
 */
export function readDate(text: string, order: DateOrder | null, timeZone: string): DateReading {
  const found = readings(text)
  if (!found) return { fault: 'date-invalid' }
  const { ymd, dmy, mdy } = found.days
  const both = dmy && mdy && day(dmy) !== day(mdy)
  if (!ymd && both && order !== 'dmy' && order !== 'mdy') return { fault: 'date-ambiguous' }
  const parts = ymd ?? (order === 'mdy' ? mdy : order === 'dmy' ? dmy : (dmy ?? mdy))
  if (!parts) return { fault: 'date-invalid' }
  const local = found.zone ? inZone(parts, found, timeZone) : day(parts)
  return local === null ? { fault: 'date-invalid' } : { day: local }
}

export type DateCounts = { ymd: number; dmy: number; mdy: number; either: number; any: number }
export type DateVerdict = { readonly order: DateOrder; readonly ask: false } | { readonly order: null; readonly ask: boolean }

/** The order of a whole column: decided when the cells leave one, asked when they leave two or contradict each other. */
export function decideDateOrder(counts: DateCounts): DateVerdict {
  if (counts.dmy > 0 && counts.mdy > 0) return { order: null, ask: true }
  if (counts.dmy > 0) return { order: 'dmy', ask: false }
  if (counts.mdy > 0) return { order: 'mdy', ask: false }
  if (counts.either > 0) return { order: null, ask: true }
  return counts.ymd > 0 ? { order: 'ymd', ask: false } : { order: null, ask: false }
}

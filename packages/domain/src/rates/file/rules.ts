import { DomainError, type Refusal } from '../../errors/domain-error.ts'
import { isDay } from '../../time/day.ts'
import { type DayRate, isRate, type RateSource } from '../schema.ts'

export type RateFile = { readonly source: Exclude<RateSource, 'typed'>; readonly rates: readonly DayRate[] }

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const names = {
  day: ['date', 'day', 'jour', 'datum', 'time_period'],
  currency: ['currency', 'devise', 'monnaie', 'code'],
  rate: ['rate', 'taux', 'cours', 'obs_value'],
} as const
/** What stands where a currency was not quoted. */
const nothing = new Set(['', 'N/A', 'n/a', '-'])

/**
 * A file of rates: the history that the European Central Bank publishes (a day a line, a column a currency, `N/A` where there is none, each
 * line ending in a comma), its file of one day, or a list of one's own with the columns day, currency, rate. All per euro.
 * @throws DomainError file-has-nothing, rates-not-recognised, rates-line (with the line), rate-twice: nothing of such a file is taken
 */
export function readRateFile(text: string): RateFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const [head = '', ...rest] = lines
  if (lines.every((line) => line.trim() === '')) throw new DomainError({ code: 'file-has-nothing', field: 'file' })
  const delimiter = [';', '\t'].find((mark) => head.includes(mark)) ?? ','
  const cellsOf = (line: string) => line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
  const header = cellsOf(head)
  const numbered = rest.map((line, i) => ({ number: i + 2, line })).filter(({ line }) => line.trim() !== '')
  const records = numbered.map(({ number, line }) => ({ number, cells: cellsOf(line) }))
  if (isListed(header)) return { source: 'own', rates: united(readList(header, records, delimiter)) }
  if (isTable(header)) return { source: 'published', rates: united(readTable(header, records)) }
  throw new DomainError({ code: 'rates-not-recognised', field: 'file' })
}

type Line = { readonly number: number; readonly cells: readonly string[] }
type Found = DayRate & { readonly number: number }

function columnOf(header: readonly string[], what: keyof typeof names): number {
  const known: readonly string[] = names[what]
  return header.findIndex((name) => known.includes(name.toLowerCase()))
}

function isListed(header: readonly string[]): boolean {
  return columnOf(header, 'day') >= 0 && columnOf(header, 'currency') >= 0 && columnOf(header, 'rate') >= 0
}

/** The last column may be empty: it is where a line that ends in a comma ends. */
function isTable(header: readonly string[]): boolean {
  const codes = header.slice(1, header.at(-1) === '' ? -1 : undefined)
  return header[0]?.toLowerCase() === 'date' && codes.length > 0 && codes.every((code) => /^[A-Z]{3}$/.test(code))
}

function refusal(number: number, what: 'day' | 'rate' | 'currency' | 'columns', text: string): Refusal {
  return { code: 'rates-line', field: 'file', params: { line: number, what, text: text.slice(0, 40) } }
}

/** "2026-04-13", or as the file of one day writes it: "13 April 2026". */
function dayOf(text: string): string | null {
  const [, day = '', name = '', year = ''] = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(text) ?? []
  const month = months.indexOf(name.toLowerCase()) + 1
  const written = year === '' ? text : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(written) ? written : null
}

function readTable(header: readonly string[], records: readonly Line[]): Found[] {
  const codes = header.slice(1).filter((code) => code !== '')
  return records.flatMap(({ number, cells }) => {
    const [written = '', ...values] = cells
    const day = dayOf(written)
    if (day === null) throw new DomainError(refusal(number, 'day', written))
    if (values.length < codes.length || values.slice(codes.length).some((cell) => cell !== ''))
      throw new DomainError(refusal(number, 'columns', written))
    return codes.flatMap((currency, i) => {
      const perEuro = values[i] ?? ''
      if (nothing.has(perEuro)) return []
      if (!isRate(perEuro)) throw new DomainError(refusal(number, 'rate', perEuro))
      return [{ currency, day, perEuro, number }]
    })
  })
}

function readList(header: readonly string[], records: readonly Line[], delimiter: string): Found[] {
  const [dayAt, currencyAt, rateAt] = [columnOf(header, 'day'), columnOf(header, 'currency'), columnOf(header, 'rate')]
  return records.map(({ number, cells }) => {
    const [written = '', currency = '', typed = ''] = [cells[dayAt], cells[currencyAt]?.toUpperCase(), cells[rateAt]]
    // A decimal comma would otherwise end the rate before its decimals.
    if (cells.slice(header.length).some((cell) => cell !== '')) throw new DomainError(refusal(number, 'columns', written))
    const day = dayOf(written)
    if (day === null) throw new DomainError(refusal(number, 'day', written))
    if (!/^[A-Z]{3}$/.test(currency) || currency === 'EUR') throw new DomainError(refusal(number, 'currency', currency))
    // Where a comma does not part the columns it may part the decimals.
    const perEuro = delimiter === ',' ? typed : typed.replace(',', '.')
    if (!isRate(perEuro)) throw new DomainError(refusal(number, 'rate', typed))
    return { currency, day, perEuro, number }
  })
}

/** The same said twice is said once; two rates of one currency for one day are a contradiction. */
function united(found: readonly Found[]): DayRate[] {
  if (found.length === 0) throw new DomainError({ code: 'file-has-nothing', field: 'file' })
  const byKey = new Map<string, Found>()
  for (const rate of found) {
    const key = `${rate.currency} ${rate.day}`
    const other = byKey.get(key)
    if (other && other.perEuro !== rate.perEuro)
      throw new DomainError({
        code: 'rate-twice',
        field: 'file',
        params: { currency: rate.currency, day: rate.day, line: rate.number, other: other.number },
      })
    byKey.set(key, other ?? rate)
  }
  return [...byKey.values()].map(({ currency, day, perEuro }) => ({ currency, day, perEuro }))
}

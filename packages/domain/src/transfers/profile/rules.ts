import { type DateCounts, dateShape, decideDateOrder } from '../dates/rules.ts'
import { type DecimalCounts, decideDecimal, decimalShape } from '../decimals/rules.ts'
import type { ColumnProfile } from '../schema.ts'

/** Different values of a column that are kept, so that stages and channels can be listed; beyond it the column is no list. */
export const distinctLimit = 200
const samplesKept = 3
/** A long text is no stage, and remembering it costs. */
const longestKept = 200

/** What is learnt of a column while its cells pass by. Flat: it grows with the number of different values up to a limit only. */
export type ColumnTally = {
  filled: number
  emails: number
  distinct: Map<string, number>
  isList: boolean
  readonly samples: string[]
  readonly dates: DateCounts & { examples: string[] }
  readonly numbers: DecimalCounts & { examples: string[] }
}

export function newTally(): ColumnTally {
  return {
    filled: 0,
    emails: 0,
    distinct: new Map(),
    isList: true,
    samples: [],
    dates: { ymd: 0, dmy: 0, mdy: 0, either: 0, any: 0, examples: [] },
    numbers: { point: 0, comma: 0, either: 0, plain: 0, examples: [] },
  }
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

function countValue(tally: ColumnTally, cell: string): void {
  if (tally.samples.length < samplesKept && !tally.samples.includes(cell)) tally.samples.push(cell.slice(0, longestKept))
  if (!tally.isList) return
  const seen = tally.distinct.get(cell)
  if (seen !== undefined) tally.distinct.set(cell, seen + 1)
  else if (tally.distinct.size < distinctLimit && cell.length <= longestKept) tally.distinct.set(cell, 1)
  else {
    tally.isList = false
    tally.distinct = new Map()
  }
}

function remember(examples: string[], cell: string): void {
  if (examples.length < samplesKept && !examples.includes(cell)) examples.push(cell)
}

/** Adds one cell. Mutates the tally: millions of cells pass. */
export function tallyCell(tally: ColumnTally, cell: string): void {
  if (cell.trim() === '') return
  tally.filled++
  countValue(tally, cell)
  // What begins with neither digit, sign nor short word can be neither number nor day.
  if (cell.length > 60) return
  if (!/\d/.test(cell)) {
    if (email.test(cell)) tally.emails++
    return
  }
  const date = dateShape(cell)
  if (date) {
    tally.dates[date]++
    if (date === 'either') remember(tally.dates.examples, cell)
    return
  }
  const number = decimalShape(cell)
  if (number) {
    tally.numbers[number]++
    if (number === 'either') remember(tally.numbers.examples, cell)
  } else if (email.test(cell)) tally.emails++
}

/** The tally as it is shown and kept; `isDate` and the like hold when most cells are. */
export function profileOf(tally: ColumnTally): ColumnProfile {
  const { dates, numbers } = tally
  const most = tally.filled / 2
  const dated = dates.ymd + dates.dmy + dates.mdy + dates.either + dates.any
  const numbered = numbers.point + numbers.comma + numbers.either + numbers.plain
  return {
    filled: tally.filled,
    samples: [...tally.samples],
    values: tally.isList ? [...tally.distinct].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count) : null,
    isDate: dated > 0 && dated >= most,
    isNumber: numbered > 0 && numbered >= most,
    isEmail: tally.emails > 0 && tally.emails >= most,
    isUnique: tally.isList ? [...tally.distinct.values()].every((count) => count === 1) : null,
    dateOrder: decideDateOrder(dates).order,
    mustAskDateOrder: decideDateOrder(dates).ask,
    decimal: decideDecimal(numbers).sign,
    mustAskDecimal: decideDecimal(numbers).ask,
    examples: (dated >= numbered ? dates : numbers).examples.slice(0, samplesKept),
  }
}

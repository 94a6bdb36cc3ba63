import { type Delimiter, delimiters, type Quote, quotes } from '../schema.ts'

/** How many fields each record of a sample has under one reading; fields in quotes may hold delimiters and line ends. */
function fieldCounts(sample: string, delimiter: string, quote: string): { counts: number[]; opened: number; isBroken: boolean } {
  const counts: number[] = []
  let fields = 1
  let isQuoted = false
  let atStart = true
  let isEmpty = true
  let opened = 0
  for (let i = 0; i < sample.length; i++) {
    const c = sample[i]
    if (isQuoted) {
      if (c === quote && sample[i + 1] === quote) i++
      else if (c === quote) isQuoted = false
    } else if (c === quote && atStart) {
      isQuoted = true
      isEmpty = false
      opened++
      atStart = false
    } else if (c === delimiter) {
      fields++
      isEmpty = false
      atStart = true
    } else if (c === '\n' || c === '\r') {
      if (!isEmpty) counts.push(fields)
      fields = 1
      isEmpty = atStart = true
    } else {
      isEmpty = atStart = false
    }
  }
  if (!isEmpty && !isQuoted) counts.push(fields)
  return { counts, opened, isBroken: isQuoted }
}

/** Share of records with the commonest number of fields, and that number; higher is a better reading. */
function scoreReading(sample: string, delimiter: string, quote: Quote, isWhole: boolean): number {
  const { counts, opened, isBroken } = fieldCounts(sample, delimiter, quote)
  // The last record of a cut sample may be cut itself.
  const whole = !isWhole && counts.length > 2 ? counts.slice(0, -1) : counts
  const tally = new Map<number, number>()
  for (const count of whole) tally.set(count, (tally.get(count) ?? 0) + 1)
  const [commonest = 1, times = 0] = [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  if (commonest < 2) return 0
  const agreement = times / whole.length
  const header = whole[0] === commonest ? 0.2 : 0
  const quoted = quote === "'" ? (opened >= whole.length ? 0.01 : -1) : opened > 0 ? 0.05 : 0
  return agreement + header + Math.min(commonest, 20) / 200 + quoted - (isBroken && isWhole ? 0.5 : 0)
}

export type Separation = { readonly delimiter: Delimiter; readonly quote: Quote }

/** Excel's hint on the first line (`sep=;`): names the delimiter and is no row. */
export const separatorHint = /^\uFEFF?sep=(.)\r?\n/i

/**
 * The delimiter and quote under which the records of a sample agree best on their number of fields. A file of one column reads
 * as comma and double quote. `isWhole`: the sample is the whole file, so an unfinished quote speaks against the reading.
 */
export function recogniseSeparation(sample: string, isWhole: boolean): Separation {
  const hint = separatorHint.exec(sample)?.[1]
  const named = delimiters.find((delimiter) => delimiter === hint)
  let best: Separation & { score: number } = { delimiter: named ?? ',', quote: '"', score: 0 }
  if (named) return { delimiter: named, quote: '"' }
  for (const quote of quotes) {
    for (const delimiter of delimiters) {
      const score = scoreReading(sample, delimiter, quote, isWhole)
      if (score > best.score) best = { delimiter, quote, score }
    }
  }
  return { delimiter: best.delimiter, quote: best.quote }
}

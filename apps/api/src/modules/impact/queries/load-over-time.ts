import { histogramMedian } from '@oeuvre/domain/impact/rules'
import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import type { Bucket } from '@oeuvre/domain/time/buckets'
import type { CreditScope } from '../../credits/visible-to.ts'
import { type Answers, nothingAsked, question } from './ask-cells.ts'
import { type Base, chooseCells } from './choose-cells.ts'
import { aboveOf, disjointTeams, type Nested } from './load-nested.ts'
import { askOverTime, askPartOverTime, askPeopleOverTime, askVerifyOverTime, type TimeRow } from './phrase-questions.ts'
import type { Cells, Span } from './read-cells.ts'

type TimeGrain = ImpactPage['overTime']['grain']
type By = ImpactPage['overTime']['by']
type Cell = ImpactPage['overTime']['cells'][number]
type Series = Pick<ImpactPage['overTime'], 'cells' | 'above'>
type Asked = { readonly scope: CreditScope; readonly base: Base }

const starts = (buckets: readonly Bucket[]) => buckets.map((b) => b.from)
/** Months answer for whatever is made of months; days and weeks are told apart in the ledger. */
const isOfMonths = (grain: TimeGrain) => grain !== 'day' && grain !== 'week'
const isOfKinds = (by: By): by is 'type' | 'side' | 'none' => by === 'type' || by === 'side' || by === 'none'
const cellOf = ({ bucket, key, bp, value }: TimeRow): Cell => ({ bucket, key, resultsBp: bp, valueMinor: value })

/** `inner`: days that are asked by themselves over the same entries. */
export function trendCells({ scope, base }: Asked, grain: TimeGrain, inner: Span): Cells {
  return isOfMonths(grain) ? chooseCells(scope, base, 'month', inner) : chooseCells(scope, { ...base, folded: null }, 'day')
}

/** What the small lines of the headline are drawn from. */
export function askTrend(cells: Cells, grain: TimeGrain, buckets: readonly Bucket[]) {
  const days = starts(buckets)
  return {
    all: askOverTime(cells, days, 'none'),
    people: askPeopleOverTime(cells, days, grain === 'month'),
    verify: askVerifyOverTime(cells, days),
  }
}

export function trendOf(
  { all, people, verify }: Answers<ReturnType<typeof askTrend>>,
  buckets: readonly Bucket[],
): ImpactPage['trend']['cells'] {
  const medians = Map.groupBy(verify, (row) => row.at)
  return buckets.flatMap((bucket, i) => {
    if (bucket.isFuture) return []
    const row = all.find((one) => one.bucket === i)
    const median = histogramMedian(medians.get(i) ?? [])
    return [
      {
        bucket: i,
        resultsBp: row?.bp ?? '0',
        valueMinor: row?.value ?? '0',
        people: people.find((one) => one.bucket === i)?.people ?? 0,
        medianDays: median,
      },
    ]
  })
}

/** How results and value are told apart by bucket and series. `level`: the teams that are told apart. */
type Drawn = Pick<ImpactPage['overTime'], 'grain' | 'by'> & { readonly buckets: readonly Bucket[]; readonly level: readonly string[] }

/**
 * Which cells answer for it. Of a team that stood below another of the level then, the rollups do not know which has a share, so the
 * ledger answers. `trend`: those of the small lines, cut as finely as `usual`.
 */
export function seriesCells(
  { scope, base }: Asked,
  { grain, by, level }: Drawn,
  nested: readonly Nested[],
  trend: Cells,
  usual: TimeGrain,
): Cells {
  const ofLedger = { ...base, folded: null }
  if (nested.length > 0) return disjointTeams(chooseCells(scope, ofLedger, 'day'), level, nested)
  if (isOfMonths(grain) === isOfMonths(usual)) return trend
  if (isOfMonths(grain)) return chooseCells(scope, base, 'month')
  return chooseCells(scope, isOfKinds(by) ? base : ofLedger, 'day')
}

export function askSeries(cells: Cells, { by, buckets, level }: Drawn) {
  const days = starts(buckets)
  return {
    all: by === 'team' ? askOverTime(cells, days, 'none') : question<TimeRow>(nothingAsked),
    rows: isOfKinds(by) ? askOverTime(cells, days, by) : askPartOverTime(cells, days, by, by === 'team' ? level : null),
  }
}

/** Of teams: what the level's have, and as an empty key what is not of any of them. No share is in two. */
export function seriesOf({ all, rows }: Answers<ReturnType<typeof askSeries>>, nested: readonly Nested[]): Series {
  const rest = all.map((row): Cell => {
    const own = rows.filter((team) => team.bucket === row.bucket)
    const left = (of: (r: TimeRow) => string) => String(own.reduce((sum, team) => sum - BigInt(of(team)), BigInt(of(row))))
    return { bucket: row.bucket, key: '', resultsBp: left((r) => r.bp), valueMinor: left((r) => r.value) }
  })
  const shown = rest.filter((cell) => cell.resultsBp !== '0' || cell.valueMinor !== '0')
  return { cells: [...rows.map(cellOf), ...shown], above: aboveOf(nested) }
}

import type { SqlTx } from '@oeuvre/db/tenant'
import { histogramMedian } from '@oeuvre/domain/impact/rules'
import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import type { Bucket } from '@oeuvre/domain/time/buckets'
import type { CreditScope } from '../../credits/visible-to.ts'
import { ask } from './ask-cells.ts'
import { type Base, chooseCells } from './choose-cells.ts'
import { aboveOf, disjointTeams, loadNested } from './load-nested.ts'
import { askOverTime, askPartOverTime, askPeopleOverTime, askVerifyOverTime, type TimeRow } from './phrase-questions.ts'
import type { Dimension } from './read-cells.ts'

type Cell = ImpactPage['overTime']['cells'][number]
type Series = Pick<ImpactPage['overTime'], 'cells' | 'above'>
type Asked = { readonly scope: CreditScope; readonly base: Base }

const starts = (buckets: readonly Bucket[]) => buckets.map((b) => b.from)
/** Months answer for whatever is made of months; days and weeks are told apart in the ledger. */
const isOfMonths = (grain: ImpactPage['overTime']['grain']) => grain !== 'day' && grain !== 'week'
const cellOf = ({ bucket, key, bp, value }: TimeRow): Cell => ({ bucket, key, resultsBp: bp, valueMinor: value })

function cellsFor({ scope, base }: Asked, grain: ImpactPage['overTime']['grain'], isOfKinds: boolean) {
  if (isOfMonths(grain)) return chooseCells(scope, base, 'month')
  return chooseCells(scope, isOfKinds ? base : { ...base, folded: null }, 'day')
}

/** The small lines of the headline. */
export async function loadTrend(
  tx: SqlTx,
  asked: Asked,
  grain: ImpactPage['overTime']['grain'],
  buckets: readonly Bucket[],
): Promise<ImpactPage['trend']['cells']> {
  const cells = cellsFor(asked, grain, false)
  const days = starts(buckets)
  const { all, people, verify } = await ask(tx, cells, {
    all: askOverTime(cells, days, 'none'),
    people: askPeopleOverTime(cells, days, grain === 'month'),
    verify: askVerifyOverTime(cells, days),
  })
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

/**
 * A level of the tree: what its teams have, and as an empty key what is not of any of them. No share is in two: of a team that stood below
 * another of them then, the rollups do not know which, so the ledger answers.
 */
async function loadByTeam(
  tx: SqlTx,
  asked: Asked,
  grain: ImpactPage['overTime']['grain'],
  days: readonly string[],
  level: readonly string[],
): Promise<Series> {
  const nested = level.length > 1 ? await loadNested(tx, asked.scope, level) : []
  const cells =
    nested.length === 0
      ? cellsFor(asked, grain, false)
      : disjointTeams(chooseCells(asked.scope, { ...asked.base, folded: null }, 'day'), level, nested)
  const { all, teams } = await ask(tx, cells, {
    all: askOverTime(cells, days, 'none'),
    teams: askPartOverTime(cells, days, 'team', level),
  })
  const rest = all.map((row): Cell => {
    const own = teams.filter((team) => team.bucket === row.bucket)
    const left = (of: (r: TimeRow) => string) => String(own.reduce((sum, team) => sum - BigInt(of(team)), BigInt(of(row))))
    return { bucket: row.bucket, key: '', resultsBp: left((r) => r.bp), valueMinor: left((r) => r.value) }
  })
  const shown = rest.filter((cell) => cell.resultsBp !== '0' || cell.valueMinor !== '0')
  return { cells: [...teams.map(cellOf), ...shown], above: aboveOf(nested) }
}

/** Results and value by bucket and series. `level`: the teams that are told apart. */
export async function loadOverTime(
  tx: SqlTx,
  asked: Asked,
  { grain, by, buckets, level }: Pick<ImpactPage['overTime'], 'grain' | 'by'> & { buckets: readonly Bucket[]; level: readonly string[] },
): Promise<Series> {
  const days = starts(buckets)
  if (by === 'team') return loadByTeam(tx, asked, grain, days, level)
  const isOfKinds = by === 'type' || by === 'side' || by === 'none'
  const cells = cellsFor(asked, grain, isOfKinds)
  const dimension: Dimension | null = isOfKinds ? null : by
  const asking = isOfKinds ? askOverTime(cells, days, by) : askPartOverTime(cells, days, dimension ?? 'skill', null)
  const { rows } = await ask(tx, cells, { rows: asking })
  return { cells: rows.map(cellOf), above: {} }
}

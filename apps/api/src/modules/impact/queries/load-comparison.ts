import { empty, join, type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { daysEstimate, estimateOf, verdictOf } from '@oeuvre/domain/impact/comparison/rules'
import type { Beside, Comparison, Estimate } from '@oeuvre/domain/impact/parts/schema'
import { medianRanks, middleRanks, shownConfidenceBp } from '@oeuvre/domain/statistics/intervals'
import type { CreditScope } from '../../credits/visible-to.ts'
import { type Answers, ask, nothingAsked, question } from './ask-cells.ts'
import type { Base } from './choose-cells.ts'
import { askMiddle, askSizes, type Group, groups, type MiddleRow, type SizeRow, sidesOf } from './phrase-questions.ts'
import { type Cells, cellsOfLedger } from './read-cells.ts'

/** Values at ranks (from 1), by group. */
type AtRanks = ReadonlyMap<Group, { readonly cases: number; readonly at: ReadonlyMap<number, number> }>
type Asked = {
  readonly scope: CreditScope
  readonly base: Base
  readonly isNewest: boolean
  /** The middles of the days from first contact. */
  readonly days: readonly MiddleRow[]
  readonly digits: number
  /** Realised value of a group, from which its mean is. */
  valueIn(group: Group): bigint
}

/** Where only their histogram is at hand, the few values that are asked for are found by it. */
export function askValues(values: Cells) {
  return {
    middle: values.sizes ? question<MiddleRow>(nothingAsked) : askMiddle(values.count.size),
    sizes: values.sizes ? askSizes(values.sizes) : question<SizeRow>(nothingAsked),
  }
}

/** Social beside conventional: medians with exact intervals. `answers`: of `askValues` of `values`. */
export async function loadComparison(
  tx: SqlTx,
  values: Cells,
  answers: Answers<ReturnType<typeof askValues>>,
  { scope, base, isNewest, days, digits, valueIn }: Asked,
): Promise<Omit<Comparison, 'conversion'>> {
  const touch = Map.groupBy(days, (row) => row.group)
  const found = values.sizes ? atRanks(answers.sizes) : await sizesOfBuckets(tx, scope, answers.middle, isNewest ? null : base.version)
  const sizes = found ?? (await sizesOfLedger(tx, scope, base))
  const scale = 10 ** digits
  const beside = (of: (group: Group) => Estimate): Beside => {
    const [all, social, conventional] = [of('all'), of('social'), of('conventional')]
    return { all, social, conventional, verdict: verdictOf(social, conventional) }
  }
  return {
    confidenceBp: shownConfidenceBp,
    size: beside((group) => {
      const found = sizes.get(group)
      const mean = found && found.cases > 0 ? Number(valueIn(group)) / found.cases / scale : null
      return estimateOf(found?.cases ?? 0, mean, (rank) => (found?.at.get(rank) ?? Number.NaN) / scale)
    }),
    days: beside((group) => daysEstimate(touch.get(group) ?? [])),
  }
}

async function sizesOfLedger(tx: SqlTx, scope: CreditScope, base: Base): Promise<AtRanks> {
  const cells = cellsOfLedger({ ...scope, ledgerVersion: base.version })
  if (!cells.sizes) throw new Error('the ledger knows its values')
  const { sizes } = await ask(tx, cells, { sizes: askSizes(cells.sizes) })
  return atRanks(sizes)
}

function atRanks(sizes: readonly SizeRow[]): AtRanks {
  return new Map(
    [...Map.groupBy(sizes, (row) => row.group)].map(([group, rows]) => [
      group,
      { cases: rows[0]?.cases ?? 0, at: new Map(rows.map((row) => [row.rank, Number(row.value)])) },
    ]),
  )
}

/** The few of the buckets in which a rank lies are looked up. `then`: as of this version; null: now. Null: not all are there. */
async function sizesOfBuckets(tx: SqlTx, scope: CreditScope, rows: readonly MiddleRow[], then: string | null): Promise<AtRanks | null> {
  const byGroup = Map.groupBy(rows, (row) => row.group)
  const wanted = groups.flatMap((group) => {
    const own = byGroup.get(group) ?? []
    const cases = own[0]?.cases ?? 0
    return ranksOf(cases).flatMap((rank) => {
      const row = own.find((r) => r.before < rank && rank <= r.before + r.outcomes)
      return row ? [{ group, rank, bucket: row.bucket, offset: rank - row.before - 1 }] : []
    })
  })
  const found = wanted.length > 0 ? await tx.rows<{ i: number; value: string }>(lookUp(scope, wanted, then)) : []
  if (found.length < wanted.length) return null
  return new Map(
    groups.map((group) => [
      group,
      {
        cases: byGroup.get(group)?.[0]?.cases ?? 0,
        at: new Map(found.flatMap(({ i, value }) => (wanted[i]?.group === group ? [[wanted[i].rank, Number(value)] as const] : []))),
      },
    ]),
  )
}

function ranksOf(cases: number): number[] {
  const interval = medianRanks(cases)
  return cases === 0 ? [] : [...new Set([...middleRanks(cases), ...(interval ? [interval.low, interval.high] : [])])]
}

/** Whole numbers of minor units that hold a bucket, a little wider than it: by these an index finds what the bucket then decides. */
function boundsOf(bucket: number): { readonly low: string; readonly high: string } {
  if (bucket < 0) return { low: '0', high: '0' }
  const [low, high] = [Math.exp(bucket / 64) * (1 - 1e-9) - 1, Math.min(Math.exp((bucket + 1) / 64) * (1 + 1e-9) + 1, 9e18)]
  return { low: String(BigInt(Math.floor(low))), high: String(BigInt(Math.ceil(high))) }
}

/** Results of the scope's days of which the ledger says more since a version, and their realised values as they stood then. */
function changedSince({ organizationId, from, to }: CreditScope, then: string): Sql {
  const id = sql`organization_id = ${organizationId}::uuid`
  const inDays = (day: Sql) => sql`${day} BETWEEN ${from}::date AND ${to}::date`
  return sql`
    changed AS MATERIALIZED (SELECT DISTINCT t.outcome_id FROM credit t WHERE t.${id} AND t.ledger_version > ${then}::bigint AND ${inDays(sql`t.effective_on`)}),
    old AS MATERIALIZED (SELECT side, value, value_bucket(value) AS bucket FROM (
      SELECT c.side, sum(c.count_bp) AS bp, (sum(c.reporting_minor) FILTER (WHERE c.value_kind = 'realised'))::bigint AS value
      FROM changed x CROSS JOIN LATERAL (SELECT k.* FROM credit k WHERE k.${id} AND k.outcome_id = x.outcome_id AND k.ledger_version <= ${then}::bigint
        AND ${inDays(sql`k.effective_on`)} OFFSET 0) c GROUP BY c.outcome_id, c.revision, c.effective_on, c.side) y WHERE bp <> 0 AND value IS NOT NULL)`
}

function lookUp(scope: CreditScope, wanted: readonly { group: Group; bucket: number; offset: number }[], then: string | null): Sql {
  const one = ({ group, bucket, offset }: (typeof wanted)[number], i: number) => {
    const { low, high } = boundsOf(bucket)
    const sides = sql`${[...sidesOf[group]]}::text[]`
    return sql`
      (SELECT ${i}::int AS i, v.value::text AS value FROM (
        SELECT o.reporting_minor AS value FROM outcome o
        WHERE o.organization_id = ${scope.organizationId}::uuid AND o.state = 'verified' AND o.side = ANY (${sides})
          AND o.reporting_minor BETWEEN ${low}::bigint AND ${high}::bigint AND value_bucket(o.reporting_minor) = ${bucket}::int
          AND o.occurred_on BETWEEN ${scope.from}::date AND ${scope.to}::date AND o.type_id IN (SELECT id FROM realised)
          ${
            then === null
              ? empty
              : sql`AND o.id NOT IN (SELECT outcome_id FROM changed)
        UNION ALL SELECT value FROM old WHERE bucket = ${bucket}::int AND side = ANY (${sides})`
          }) v
        ORDER BY v.value OFFSET ${offset}::int LIMIT 1)`
  }
  return sql`WITH realised AS MATERIALIZED (SELECT id FROM outcome_type WHERE organization_id = ${scope.organizationId}::uuid AND value_kind = 'realised')
    ${then === null ? empty : sql`, ${changedSince(scope, then)}`} ${join(wanted.map(one), ' UNION ALL ')}`
}

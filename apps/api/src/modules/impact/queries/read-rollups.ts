import { join, type Sql, sql } from '@oeuvre/db/sql'
import { addDays, addMonths, startOfMonth } from '@oeuvre/domain/time/calendar'
import { type Cells, cellsOfEntries, changesOf, type Dimension, entriesOf, type Measure, type Months, type Span } from './read-cells.ts'

/** What the rollups hold, and which months of the question they answer. */
export type Folded = {
  readonly version: string
  /** Null: no month is whole. */
  readonly months: Months | null
  /** Days of the question outside whole months. */
  readonly edges: readonly Span[]
}

/** Which months of a span are whole, and which days are left at its edges. Both ends of the span are included. */
export function wholeMonths(span: Span): {
  readonly months: Months | null
  readonly edges: Span[]
} {
  const from = span.from.endsWith('-01') ? span.from : startOfMonth(addMonths(span.from, 1))
  const before = startOfMonth(addDays(span.to, 1))
  if (from >= before) return { months: null, edges: [span] }
  const edges: Span[] = []
  if (span.from < from) edges.push({ from: span.from, to: addDays(from, -1) })
  if (span.to >= before) edges.push({ from: before, to: span.to })
  return { months: { from, before }, edges }
}

/** The first day of the quarter in which a day lies, or of the next. */
function quarterFrom(day: string): string {
  const month = Number(day.slice(5, 7))
  return addMonths(day, (3 - ((month - 1) % 3)) % 3)
}

/** Persons by twelve months as long as there are twelve, then by quarter where a quarter is whole, else by month: the fewest rows. */
function personsOf(id: Sql, { from, before }: Months): Sql {
  const years: string[] = []
  let rest = from
  for (; addMonths(rest, 12) <= before; rest = addMonths(rest, 12)) years.push(rest)
  const first = quarterFrom(rest)
  const last = quarterFrom(addMonths(before, -2))
  const rows = (dimension: string, when: Sql) =>
    sql`SELECT key, results_bp AS bp, value_minor AS value FROM rollup_part WHERE ${id} AND dimension = ${dimension} AND ${when}`
  const between = (low: string, high: string) => sql`starts_on >= ${low}::date AND starts_on < ${high}::date`
  const parts = years.map((year) => rows('person-twelve', sql`starts_on = ${year}::date`))
  if (first < last) parts.push(rows('person-quarter', between(first, last)))
  const [head, tail] = first < last ? [first, last] : [before, before]
  if (rest < head) parts.push(rows('person', between(rest, head)))
  if (tail < before) parts.push(rows('person', between(tail, before)))
  return join(parts, ' UNION ALL ')
}

/** What was counted, and what the changes make of it. */
function peopleOf(id: Sql, { from, before }: Months, changes: Sql | undefined): Sql {
  const counted = sql`SELECT starts_on AS day, outcomes::bigint AS people FROM rollup_count
    WHERE ${id} AND measure = 'people' AND starts_on >= ${from}::date AND starts_on < ${before}::date`
  if (!changes) return counted
  return sql`${counted} UNION ALL (
    SELECT d.day, sum((coalesce(s.results_bp, 0) + d.bp > 0)::int - (coalesce(s.results_bp, 0) > 0)::int) AS people
    FROM (SELECT date_trunc('month', day)::date AS day, key, sum(bp) AS bp FROM (${changes}) c GROUP BY 1, 2) d
    LEFT JOIN rollup_part s ON s.${id} AND s.dimension = 'person' AND s.starts_on = d.day AND s.key = d.key GROUP BY 1)`
}

/** What a question reads, and how. `cuts` as of `cellsOfLedger`. */
type Reading = {
  readonly organizationId: string
  readonly version: string
  readonly folded: Folded
  readonly grain: 'day' | 'month'
  readonly cuts: readonly string[] | null
}

/**
 * From the rollups, with what was appended since or, as of a day, without what was appended after it. Whole months are read from them,
 * the days at the edges from the ledger.
 */
export function cellsOfRollups({ organizationId, version, folded, grain, cuts }: Reading): Cells {
  const { months, edges } = folded
  const isAhead = BigInt(version) < BigInt(folded.version)
  const between = isAhead ? ([version, folded.version] as const) : ([folded.version, version] as const)
  const parts = edges.map((edge) => entriesOf(organizationId, edge, version, cuts))
  if (months && between[0] !== between[1]) parts.push(changesOf(organizationId, between, isAhead ? -1 : 1, months, cuts))
  const live = parts.length > 0 ? cellsOfEntries(organizationId, join(parts, ' UNION ALL ')) : null
  return added(sql`organization_id = ${organizationId}::uuid`, { months, edges, grain, live, ctes: live?.ctes ?? sql`e AS (SELECT)` })
}

type Added = Pick<Folded, 'months' | 'edges'> & Pick<Reading, 'grain'> & { readonly live: Cells | null; readonly ctes: Sql }

/** What is stored of whole months, with what is read from entries. */
function added(id: Sql, { months, edges, grain, live, ctes }: Added): Cells {
  const inMonths = months ? sql`starts_on >= ${months.from}::date AND starts_on < ${months.before}::date` : sql`FALSE`
  const both = (stored: Sql, rest: Sql | undefined) => (rest ? sql`${stored} UNION ALL (${rest})` : stored)
  const part = (dimension: Dimension) =>
    both(
      sql`SELECT starts_on AS day, key, results_bp AS bp, outcomes::bigint, value_minor AS value FROM rollup_part WHERE ${id} AND dimension = ${dimension} AND ${inMonths}`,
      live?.part[dimension],
    )
  const count = (measure: Measure) =>
    both(
      sql`SELECT starts_on AS day, side, bucket, outcomes::bigint FROM rollup_count WHERE ${id} AND measure = ${measure} AND ${inMonths}`,
      live?.count[measure],
    )
  return {
    ctes,
    kinds: both(
      sql`SELECT starts_on AS day, type_id, side, rung, results_bp AS bp, outcomes::bigint, value_minor AS value, potential_minor AS potential, promised::bigint, kept::bigint
        FROM rollup_kind WHERE ${id} AND grain = ${grain} AND ${inMonths}`,
      live?.kinds,
    ),
    part: {
      team: part('team'),
      'own-team': part('own-team'),
      person: part('person'),
      channel: part('channel'),
      skill: part('skill'),
      program: part('program'),
      objective: part('objective'),
    },
    persons: months
      ? both(personsOf(id, months), live ? sql`SELECT key, bp, value FROM (${live.persons}) p` : undefined)
      : (live?.persons ?? sql`SELECT NULL::uuid AS key, 0 AS bp, 0 AS value WHERE FALSE`),
    peopleByMonth: months && edges.length === 0 ? peopleOf(id, months, live?.part.person) : null,
    count: { verify: count('verify'), touch: count('touch'), size: count('size') },
    sizes: null,
    narrow(span) {
      const inner = wholeMonths(span)
      if (edges.length + inner.edges.length > 0) return null
      return added(id, { ...inner, grain, live: live?.narrow(span) ?? null, ctes })
    },
  }
}

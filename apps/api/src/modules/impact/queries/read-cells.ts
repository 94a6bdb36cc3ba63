import { empty, join, type Sql, sql } from '@oeuvre/db/sql'
import { addMonths } from '@oeuvre/domain/time/calendar'
import { type CreditScope, creditsInScope, pathHolds, teamPathCte } from '../../credits/visible-to.ts'

/** What results are added up by, beside type, side and rung. `team`: with those below; `own-team`: without. */
export const dimensions = ['team', 'own-team', 'person', 'channel', 'skill', 'program', 'objective'] as const
export type Dimension = (typeof dimensions)[number]
/** Histograms: tenths of days to verify, days from first contact, the value's bucket. */
export const measures = ['verify', 'touch', 'size'] as const
export type Measure = (typeof measures)[number]

/** Stands for "none was named" where a key is needed. */
export const nil = '00000000-0000-0000-0000-000000000000'

/**
 * Where figures come from, as relations that a question reads inside its FROM. Rows are cells: several of one key add up. `day` is the
 * day of the result, or the first of its month. Basis points, minor units of the reporting currency, numbers of outcomes.
 */
export type Cells = {
  /** Entries of `WITH RECURSIVE` that the relations need. */
  readonly ctes: Sql
  /** day, type_id, side, rung, bp, outcomes, value, potential, promised, kept */
  readonly kinds: Sql
  /** day, key, bp, outcomes, value; of persons without `outcomes` */
  readonly part: Readonly<Record<Dimension, Sql>>
  /** key, bp, value: of persons over the whole span, told apart by no day */
  readonly persons: Sql
  /** day, people: how many were credited in each month; null where months are not what is asked */
  readonly peopleByMonth: Sql | null
  /** day, side, bucket, outcomes */
  readonly count: Readonly<Record<Measure, Sql>>
  /** Standing outcomes with a value, one row each: side, value; null where only their histogram is at hand. */
  readonly sizes: Sql | null
}

/** Columns of an entry `c` of the ledger as the cells read it. A value counts where it is realised, or apart where it is potential. */
const entry = sql`c.outcome_id, c.revision, c.effective_on AS day, c.person_id, c.team_id, c.type_id, c.side, c.rung, c.skill_id, c.program_id, c.objective_id,
  c.count_bp AS bp, CASE WHEN c.value_kind = 'realised' THEN c.reporting_minor END AS value, CASE WHEN c.value_kind = 'potential' THEN c.reporting_minor END AS potential,
  CASE WHEN NOT c.is_imported THEN trunc(c.days_to_verify * 10)::int END AS verify, c.is_promise_kept AS kept, c.touch_days AS touch`

/**
 * What became of each outcome: `bp`, `value` as they stand after all entries, `new_…` what the new entries changed. An outcome has one of
 * each of these dimensions in a revision, and a takeback copies them; a cell's outcomes are those that stand after less those before.
 */
const outcomes = sql`o AS MATERIALIZED (
  SELECT sign, outcome_id, revision, day, type_id, side, rung, skill_id, program_id, objective_id, verify, kept, touch, sum(bp) AS bp, sum(value) AS value,
    coalesce(sum(bp) FILTER (WHERE is_new), 0) AS new_bp, sum(value) FILTER (WHERE is_new) AS new_value, sum(potential) FILTER (WHERE is_new) AS new_potential,
    sum(value) FILTER (WHERE NOT is_new) AS old_value
  FROM e GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)`

const stands = sql`sign * ((bp <> 0)::int - ((bp - new_bp) <> 0)::int)`

const ofKinds = sql`SELECT day, type_id, side, rung, sum(sign * new_bp) AS bp, sum(${stands}) AS outcomes, coalesce(sum(sign * new_value), 0) AS value,
    coalesce(sum(sign * new_potential), 0) AS potential, coalesce(sum(${stands}) FILTER (WHERE kept IS NOT NULL), 0) AS promised,
    coalesce(sum(${stands}) FILTER (WHERE kept), 0) AS kept
  FROM o GROUP BY 1, 2, 3, 4`

const named = (column: Sql) =>
  sql`SELECT day, coalesce(${column}, ${nil}::uuid) AS key, sum(sign * new_bp) AS bp, sum(${stands}) AS outcomes, coalesce(sum(sign * new_value), 0) AS value FROM o GROUP BY 1, 2`

/** Entries of people: an outcome stands in a team's cell once, however many of its people had a part. */
const ofTeams = (key: Sql, from: Sql) => sql`
  SELECT day, key, sum(sign * new_bp) AS bp, sum(${stands}) AS outcomes, coalesce(sum(sign * new_value), 0) AS value
  FROM (SELECT c.sign, c.outcome_id, c.revision, c.day, ${key} AS key, sum(c.bp) AS bp, coalesce(sum(c.bp) FILTER (WHERE c.is_new), 0) AS new_bp,
      sum(c.value) FILTER (WHERE c.is_new) AS new_value
    FROM ${from} GROUP BY 1, 2, 3, 4, 5) x GROUP BY 1, 2`

/** Of entries, by the teams `tp.above_id` under which they stood, as far as `holds` of `tp` and `c`. */
export function cellsOfTeams(holds: Sql): Sql {
  return ofTeams(
    sql`tp.above_id`,
    sql`(SELECT e.*, e.day AS effective_on FROM e WHERE e.team_id IS NOT NULL) c JOIN team_path tp ON tp.team_id = c.team_id AND ${holds}`,
  )
}

const partOf: Readonly<Record<Dimension, Sql>> = {
  team: cellsOfTeams(pathHolds),
  'own-team': ofTeams(sql`coalesce(c.team_id, ${nil}::uuid)`, sql`e c`),
  person: sql`SELECT day, person_id AS key, sum(sign * bp) AS bp, 0 AS outcomes, coalesce(sum(sign * value), 0) AS value FROM e WHERE is_new GROUP BY 1, 2`,
  channel: empty,
  skill: named(sql`skill_id`),
  program: named(sql`program_id`),
  objective: named(sql`objective_id`),
}

/** One by one, each in the index of its outcome: whatever the planner thinks of `o`, the channels of all the others are not read. */
const channels = (organizationId: string) => sql`
  SELECT o.day, cc.channel_id AS key, sum(o.sign * o.new_bp) AS bp, sum(${stands}) AS outcomes, coalesce(sum(o.sign * o.new_value), 0) AS value
  FROM o CROSS JOIN LATERAL (SELECT x.channel_id FROM credit_channel x
    WHERE x.organization_id = ${organizationId}::uuid AND x.outcome_id = o.outcome_id AND x.revision = o.revision OFFSET 0) cc GROUP BY 1, 2`

const days = (column: Sql) =>
  sql`SELECT day, side, ${column} AS bucket, sum(${stands}) AS outcomes FROM o WHERE ${column} IS NOT NULL GROUP BY 1, 2, 3`

const countOf: Readonly<Record<Measure, Sql>> = {
  verify: days(sql`verify`),
  touch: days(sql`touch`),
  // A rate that came later changes the value within a revision: what stands less what stood.
  size: sql`SELECT day, side, bucket, sum(n) AS outcomes FROM (
      SELECT day, side, value_bucket(value) AS bucket, sign AS n FROM o WHERE bp <> 0 AND value IS NOT NULL
      UNION ALL SELECT day, side, value_bucket(old_value), -sign FROM o WHERE bp - new_bp <> 0 AND old_value IS NOT NULL) x GROUP BY 1, 2, 3`,
}

/** The relations over entries `e`: sign, is_new and what `entry` says. */
export function cellsOfEntries(organizationId: string, entries: Sql): Cells {
  return {
    ctes: sql`${teamPathCte(organizationId)}, e AS MATERIALIZED (${entries}), ${outcomes}`,
    kinds: ofKinds,
    part: { ...partOf, channel: channels(organizationId) },
    persons: partOf.person,
    peopleByMonth: null,
    count: countOf,
    sizes: null,
  }
}

/** Straight from the ledger: any slice, any border, any version. */
export function cellsOfLedger(scope: CreditScope): Cells {
  const within = creditsInScope(scope)
  return {
    ...cellsOfEntries(scope.organizationId, sql`SELECT 1 AS sign, TRUE AS is_new, ${entry} FROM credit c WHERE ${within}`),
    // Without the other dimensions of an outcome: one of each stands, whatever was taken back beside it.
    sizes: sql`SELECT side, value FROM (
        SELECT c.side, sum(c.count_bp) AS bp, sum(c.reporting_minor) FILTER (WHERE c.value_kind = 'realised') AS value FROM credit c
        WHERE ${within} GROUP BY c.outcome_id, c.revision, c.effective_on, c.side) x WHERE bp <> 0 AND value IS NOT NULL`,
  }
}

/**
 * Versions above `low` up to `high`, with all that was said of their outcomes before: what they changed. `months`: of days from its first
 * until before its last; a day that an outcome has left has an entry that says so.
 */
export function changesOf(organizationId: string, low: string, high: string, sign: 1 | -1, months: Folded['months'] = null): Sql {
  const within = (day: Sql) => (months ? sql`AND ${day} >= ${months.from}::date AND ${day} < ${months.before}::date` : empty)
  return sql`SELECT ${sign}::int AS sign, c.ledger_version > ${low}::bigint AS is_new, ${entry} FROM credit c
    WHERE c.organization_id = ${organizationId}::uuid AND c.ledger_version <= ${high}::bigint AND c.outcome_id IN (
      SELECT t.outcome_id FROM credit t WHERE t.organization_id = ${organizationId}::uuid AND t.ledger_version > ${low}::bigint AND t.ledger_version <= ${high}::bigint
        ${within(sql`t.effective_on`)})
    ${within(sql`c.effective_on`)}`
}

export type Span = { readonly from: string; readonly to: string }

/** What the rollups hold, and which months of the question they answer. */
export type Folded = {
  readonly version: string
  /** First days of the first whole month and of the month after the last; null: no month is whole. */
  readonly months: { readonly from: string; readonly before: string } | null
  /** Days of the question outside whole months. */
  readonly edges: readonly Span[]
}

/** The first day of the quarter in which a day lies, or of the next. */
function quarterFrom(day: string): string {
  const month = Number(day.slice(5, 7))
  return addMonths(day, (3 - ((month - 1) % 3)) % 3)
}

/** Persons by twelve months as long as there are twelve, then by quarter where a quarter is whole, else by month: the fewest rows. */
function personsOf(id: Sql, { from, before }: NonNullable<Folded['months']>): Sql {
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
function peopleOf(id: Sql, { from, before }: NonNullable<Folded['months']>, changes: Sql | undefined): Sql {
  const counted = sql`SELECT starts_on AS day, outcomes::bigint AS people FROM rollup_count
    WHERE ${id} AND measure = 'people' AND starts_on >= ${from}::date AND starts_on < ${before}::date`
  if (!changes) return counted
  return sql`${counted} UNION ALL (
    SELECT d.day, sum((coalesce(s.results_bp, 0) + d.bp > 0)::int - (coalesce(s.results_bp, 0) > 0)::int) AS people
    FROM (SELECT date_trunc('month', day)::date AS day, key, sum(bp) AS bp FROM (${changes}) c GROUP BY 1, 2) d
    LEFT JOIN rollup_part s ON s.${id} AND s.dimension = 'person' AND s.starts_on = d.day AND s.key = d.key GROUP BY 1)`
}

/**
 * From the rollups, with what was appended since or, as of a day, without what was appended after it. Whole months are read from them,
 * the days at the edges from the ledger.
 */
export function cellsOfRollups(organizationId: string, version: string, folded: Folded, grain: 'day' | 'month'): Cells {
  const id = sql`organization_id = ${organizationId}::uuid`
  const { months, edges } = folded
  const isAhead = BigInt(version) < BigInt(folded.version)
  const [low, high] = isAhead ? [version, folded.version] : [folded.version, version]
  const parts: Sql[] = edges.map(
    ({ from, to }) => sql`SELECT 1 AS sign, TRUE AS is_new, ${entry} FROM credit c
      WHERE c.${id} AND c.effective_on BETWEEN ${from}::date AND ${to}::date AND c.ledger_version <= ${version}::bigint`,
  )
  if (months && low !== high) parts.push(changesOf(organizationId, low, high, isAhead ? -1 : 1, months))
  const live = parts.length > 0 ? cellsOfEntries(organizationId, join(parts, ' UNION ALL ')) : null
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
    ctes: live?.ctes ?? sql`e AS (SELECT)`,
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
  }
}

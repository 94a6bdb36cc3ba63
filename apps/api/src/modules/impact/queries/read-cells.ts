import { empty, type Sql, sql } from '@oeuvre/db/sql'
import { type CreditScope, chartDay, creditsInScope, teamPathCte } from '../../credits/visible-to.ts'
import { pathHeld, stands, teamCtes, teamsAbove } from './read-teams.ts'

/** What results are added up by, beside type, side and rung. `team`: with those below; `own-team`: without. */
export const dimensions = ['team', 'own-team', 'person', 'channel', 'skill', 'program', 'objective'] as const
export type Dimension = (typeof dimensions)[number]
/** Histograms: tenths of days to verify, days from first contact, the value's bucket. */
export const measures = ['verify', 'touch', 'size'] as const
export type Measure = (typeof measures)[number]

/** Both days are included. */
export type Span = { readonly from: string; readonly to: string }
/** First days of the first whole month and of the month after the last. */
export type Months = { readonly from: string; readonly before: string }

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
  /** Some of the days, over the same entries: asked together with these in one statement. Null: to be chosen anew. */
  narrow(span: Span): Cells | null
}

/**
 * Columns of an entry `c` of the ledger as the cells read it. A value counts where it is realised, or apart where it is potential.
 * `cuts`: days told apart no finer than by these first days; null: each by itself.
 */
const entry = (
  cuts: readonly string[] | null,
) => sql`c.outcome_id, c.revision, ${dayOf(cuts)} AS day, c.person_id, c.team_id, c.type_id, c.side, c.rung,
  c.skill_id, c.program_id, c.objective_id,
  c.count_bp AS bp, CASE WHEN c.value_kind = 'realised' THEN c.reporting_minor END AS value, CASE WHEN c.value_kind = 'potential' THEN c.reporting_minor END AS potential,
  CASE WHEN NOT c.is_imported THEN trunc(c.days_to_verify * 10)::int END AS verify, c.is_promise_kept AS kept, c.touch_days AS touch`

function dayOf(cuts: readonly string[] | null): Sql {
  if (cuts === null) return sql`c.effective_on`
  const days = sql`${[...cuts]}::date[]`
  return sql`(${days})[width_bucket(c.effective_on, ${days})]`
}

/**
 * What became of each outcome: `bp`, `value` as they stand after all entries, `new_…` what the new entries changed. An outcome has one of
 * each of these dimensions in a revision, and a takeback copies them; a cell's outcomes are those that stand after less those before.
 */
const outcomes = sql`o AS MATERIALIZED (
  SELECT sign, outcome_id, revision, day, type_id, side, rung, skill_id, program_id, objective_id, verify, kept, touch, sum(bp) AS bp, sum(value)::bigint AS value,
    coalesce(sum(bp) FILTER (WHERE is_new), 0) AS new_bp, (sum(value) FILTER (WHERE is_new))::bigint AS new_value,
    (sum(potential) FILTER (WHERE is_new))::bigint AS new_potential, (sum(value) FILTER (WHERE NOT is_new))::bigint AS old_value
  FROM e GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)`

const ofKinds = (within: Sql) => sql`
  SELECT day, type_id, side, rung, sum(sign * new_bp)::bigint AS bp, sum(${stands}) AS outcomes, coalesce(sum(sign * new_value), 0)::bigint AS value,
    coalesce(sum(sign * new_potential), 0)::bigint AS potential, coalesce(sum(${stands}) FILTER (WHERE kept IS NOT NULL), 0) AS promised,
    coalesce(sum(${stands}) FILTER (WHERE kept), 0) AS kept
  FROM o WHERE ${within} GROUP BY 1, 2, 3, 4`

const named = (within: Sql, column: Sql) => sql`
  SELECT day, coalesce(${column}, ${nil}::uuid) AS key, sum(sign * new_bp)::bigint AS bp, sum(${stands}) AS outcomes, coalesce(sum(sign * new_value), 0)::bigint AS value
  FROM o WHERE ${within} GROUP BY 1, 2`

const ofPeople = (within: Sql, day: Sql) => sql`
  SELECT ${day} AS day, person_id AS key, sum(sign * bp)::bigint AS bp, 0::bigint AS outcomes, coalesce(sum(sign * value), 0)::bigint AS value
  FROM e WHERE is_new AND ${within} GROUP BY 1, 2`

/** One by one, each in the index of its outcome: whatever the planner thinks of `o`, the channels of all the others are not read. */
const channels = (within: Sql, organizationId: string) => sql`
  SELECT o.day, cc.channel_id AS key, sum(o.sign * o.new_bp)::bigint AS bp, sum(${stands}) AS outcomes, coalesce(sum(o.sign * o.new_value), 0)::bigint AS value
  FROM o CROSS JOIN LATERAL (SELECT x.channel_id FROM credit_channel x
    WHERE x.organization_id = ${organizationId}::uuid AND x.outcome_id = o.outcome_id AND x.revision = o.revision OFFSET 0) cc WHERE ${within} GROUP BY 1, 2`

const days = (within: Sql, column: Sql) =>
  sql`SELECT day, side, ${column} AS bucket, sum(${stands}) AS outcomes FROM o WHERE ${column} IS NOT NULL AND ${within} GROUP BY 1, 2, 3`

// A rate that came later changes the value within a revision: what stands less what stood.
const ofSizes = (within: Sql) => sql`
  SELECT day, side, bucket, sum(n) AS outcomes FROM (
    SELECT day, side, value_bucket(value) AS bucket, sign AS n FROM o WHERE bp <> 0 AND value IS NOT NULL AND ${within}
    UNION ALL SELECT day, side, value_bucket(old_value), -sign FROM o WHERE bp - new_bp <> 0 AND old_value IS NOT NULL AND ${within}) x GROUP BY 1, 2, 3`

type Entries = {
  readonly organizationId: string
  readonly ctes: Sql
  /** All that was said of their outcomes is among them, and nothing else. */
  readonly areAll: boolean
}

/** The relations over entries `e` (sign, is_new and what `entry` says) of some days. */
function relationsOf(source: Entries, within: Sql): Cells {
  return {
    ctes: source.ctes,
    kinds: ofKinds(within),
    part: {
      team: teamsAbove(within, pathHeld),
      'own-team': sql`SELECT day, coalesce(team_id, ${nil}::uuid) AS key, bp, outcomes, value FROM own WHERE ${within}`,
      person: ofPeople(within, sql`day`),
      channel: channels(within, source.organizationId),
      skill: named(within, sql`skill_id`),
      program: named(within, sql`program_id`),
      objective: named(within, sql`objective_id`),
    },
    persons: ofPeople(within, sql`NULL::date`),
    peopleByMonth: null,
    count: { verify: days(within, sql`verify`), touch: days(within, sql`touch`), size: ofSizes(within) },
    sizes: source.areAll ? standingValues(within) : null,
    narrow: (span) => relationsOf(source, inSpan(span)),
  }
}

/** Without the other dimensions of an outcome: one of each stands, whatever was taken back beside it. */
const standingValues = (within: Sql) => sql`
  SELECT side, value FROM (SELECT side, sum(bp) AS bp, sum(value)::bigint AS value FROM e WHERE ${within} GROUP BY outcome_id, revision, day, side) x
  WHERE bp <> 0 AND value IS NOT NULL`

function inSpan({ from, to }: Span): Sql {
  return sql`day BETWEEN ${from}::date AND ${to}::date`
}

function ctesOf(organizationId: string, entries: Sql, chart: string | null = null): Sql {
  return sql`${teamPathCte(organizationId, chart)}, e AS MATERIALIZED (${entries}), ${outcomes}, ${teamCtes}`
}

/** The relations over entries `e`: sign, is_new and what `entry` says. */
export function cellsOfEntries(organizationId: string, entries: Sql): Cells {
  return relationsOf({ organizationId, ctes: ctesOf(organizationId, entries), areAll: false }, sql`TRUE`)
}

/**
 * Straight from the ledger: any slice, any border, any version. `cuts`: first days, the first of the scope among them, between which days
 * need not be told apart; those on which a team moved must be among them.
 */
export function cellsOfLedger(scope: CreditScope, cuts: readonly string[] | null = null): Cells {
  const { organizationId } = scope
  const entries = sql`SELECT 1 AS sign, TRUE AS is_new, ${entry(cuts)} FROM credit c WHERE ${creditsInScope(scope)}`
  return relationsOf({ organizationId, ctes: ctesOf(organizationId, entries, chartDay(scope)), areAll: true }, sql`TRUE`)
}

/** All entries of some days, up to a version. */
export function entriesOf(organizationId: string, { from, to }: Span, version: string, cuts: readonly string[] | null): Sql {
  return sql`SELECT 1 AS sign, TRUE AS is_new, ${entry(cuts)} FROM credit c
    WHERE c.organization_id = ${organizationId}::uuid AND c.effective_on BETWEEN ${from}::date AND ${to}::date AND c.ledger_version <= ${version}::bigint`
}

/**
 * Versions above `low` up to `high`, with all that was said of their outcomes before: what they changed. `months`: of days from its first
 * until before its last; a day that an outcome has left has an entry that says so.
 */
export function changesOf(
  organizationId: string,
  [low, high]: readonly [string, string],
  sign: 1 | -1,
  months: Months | null = null,
  cuts: readonly string[] | null = null,
): Sql {
  const within = (day: Sql) => (months ? sql`AND ${day} >= ${months.from}::date AND ${day} < ${months.before}::date` : empty)
  return sql`SELECT ${sign}::int AS sign, c.ledger_version > ${low}::bigint AS is_new, ${entry(cuts)} FROM credit c
    WHERE c.organization_id = ${organizationId}::uuid AND c.ledger_version <= ${high}::bigint AND c.outcome_id IN (
      SELECT t.outcome_id FROM credit t WHERE t.organization_id = ${organizationId}::uuid AND t.ledger_version > ${low}::bigint AND t.ledger_version <= ${high}::bigint
        ${within(sql`t.effective_on`)})
    ${within(sql`c.effective_on`)}`
}

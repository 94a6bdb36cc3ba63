import { type Sql, sql } from '@oeuvre/db/sql'
import { readSnapshot, type SqlTx } from '@oeuvre/db/tenant'
import { type CreditCause, wholeOutcome } from '@oeuvre/domain/credits/schema'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Restatement, RestatementsOutput, Sums } from '@oeuvre/domain/impact/closing/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { visibilityOf } from '@oeuvre/domain/outcomes/policy'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { recordOf } from '../../outcomes/present.ts'
import { chainsFor } from '../../outcomes/queries/load-chains.ts'
import { loadOutcomes } from '../../outcomes/queries/load-outcomes.ts'
import { chooseCells, loadBase } from './choose-cells.ts'
import { scopeOf } from './get-page.ts'
import { headlineOf, loadFigures } from './load-figures.ts'

type Closed = { readonly from: string; readonly to: string; readonly version: string }
type Row = Sums & { readonly outcomeId: string; readonly day: string; readonly cause: CreditCause }

const shown = 200

/**
 * What the ledger recorded for the days of a closed period after it was closed, by result, day of record and cause. From the ledger alone: what
 * was reported and these add up to what is there now.
 * @throws DomainError not-found
 */
export function listRestatements({ db, actor }: Pick<OrgContext, 'db' | 'actor'>, { id }: { id: string }): Promise<RestatementsOutput> {
  const { organizationId } = actor
  return readSnapshot(db, organizationId, async (tx) => {
    const closed = await tx.one<Closed>(sql`
      SELECT from_day AS "from", to_day AS "to", ledger_version AS version FROM closed_period
      WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid`)
    if (!closed) throw new DomainError('not-found')
    const base = await loadBase(tx, organizationId, null)
    const now = headlineOf(await loadFigures(tx, chooseCells(scopeOf(actor, {}, closed), base, 'month')))
    const since = sinceOf(actor, closed)
    const [sums] = await tx.rows<Sums & { groups: number; moving: number }>(sql`
      WITH ${since}, outcomes AS (${countedThen(organizationId, closed)})
      SELECT coalesce(sum(bp), 0)::text AS "resultsBp", coalesce(sum(value), 0)::text AS "valueMinor", coalesce(sum(potential), 0)::text AS "potentialMinor",
        count(*)::int AS groups, count(*) FILTER (WHERE ${moves})::int AS moving,
        (SELECT coalesce(sum((bp_now <> 0)::int - (bp_then <> 0)::int), 0)::int FROM outcomes) AS outcomes
      FROM since`)
    if (!sums) throw new DomainError('not-found')
    const { groups, moving, ...restated } = sums
    const rows = await tx.rows<Row>(sql`
      WITH ${since} SELECT outcome_id AS "outcomeId", day, cause, bp::text AS "resultsBp", value::text AS "valueMinor", potential::text AS "potentialMinor",
        (bp / ${wholeOutcome})::int AS outcomes FROM since WHERE ${moves} ORDER BY version DESC, outcome_id LIMIT ${shown}`)
    const { resultsBp, outcomes, valueMinor, potentialMinor } = now
    return {
      closingId: id,
      now: { resultsBp, outcomes, valueMinor, potentialMinor },
      restated,
      restatements: await withWords(tx, actor, rows),
      more: moving - rows.length,
      withoutEffect: groups - moving,
    }
  })
}

const moves: Sql = sql`(bp <> 0 OR value <> 0 OR potential <> 0)`

/** The entries of after the closing, by result, day of record in the organization's zone, and cause. */
function sinceOf({ organizationId, settings }: Actor, { from, to, version }: Closed): Sql {
  return sql`since AS MATERIALIZED (SELECT c.outcome_id, (c.recorded_at AT TIME ZONE ${settings.timeZone})::date AS day, c.cause, max(c.ledger_version) AS version,
      sum(c.count_bp) AS bp, coalesce(sum(c.reporting_minor) FILTER (WHERE c.value_kind = 'realised'), 0) AS value,
      coalesce(sum(c.reporting_minor) FILTER (WHERE c.value_kind = 'potential'), 0) AS potential
    FROM credit c WHERE c.organization_id = ${organizationId}::uuid AND c.ledger_version > ${version}::bigint AND c.effective_on BETWEEN ${from}::date AND ${to}::date
    GROUP BY 1, 2, 3)`
}

/** Of each result that was touched: what it counted in the period when it was closed, and what it counts now. */
function countedThen(organizationId: string, { from, to, version }: Closed): Sql {
  return sql`SELECT coalesce(sum(c.count_bp) FILTER (WHERE c.ledger_version <= ${version}::bigint), 0) AS bp_then, sum(c.count_bp) AS bp_now
    FROM credit c WHERE c.organization_id = ${organizationId}::uuid AND c.effective_on BETWEEN ${from}::date AND ${to}::date
      AND c.outcome_id IN (SELECT outcome_id FROM since) GROUP BY c.outcome_id`
}

/** Title and words, where this reader may have them. */
async function withWords(tx: SqlTx, actor: Actor, rows: readonly Row[]): Promise<Restatement[]> {
  const ids = [...new Set(rows.map((row) => row.outcomeId))]
  const outcomes = await loadOutcomes(tx, actor, ids)
  const chains = await chainsFor(tx, actor, outcomes)
  const seen = new Map(outcomes.map((row) => [row.id, { row, ...visibilityOf(actor, recordOf(row, chains)) }]))
  const said = await tx.rows<{ outcomeId: string; day: string; words: string }>(sql`
    SELECT DISTINCT ON (n.outcome_id, day) n.outcome_id AS "outcomeId", (n.at AT TIME ZONE ${actor.settings.timeZone})::date AS day, n.words FROM review_note n
    WHERE n.organization_id = ${actor.organizationId}::uuid AND n.outcome_id = ANY (${ids}::uuid[]) AND n.words <> ''
    ORDER BY n.outcome_id, day, n.at DESC`)
  const words = new Map(said.map((note) => [`${note.outcomeId} ${note.day}`, note.words]))
  return rows.map((row) => {
    const outcome = seen.get(row.outcomeId)
    return {
      ...row,
      title: outcome?.isVisible ? outcome.row.title || outcome.row.subject : null,
      words: outcome?.areWordsShown ? (words.get(`${row.outcomeId} ${row.day}`) ?? null) : null,
    }
  })
}

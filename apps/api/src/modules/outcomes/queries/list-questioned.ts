import { type Sql, sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { promiseOf } from '@oeuvre/domain/outcomes/promise/rules'
import type { QueueItem } from '@oeuvre/domain/outcomes/review/schema'
import { presentSummary, recordOf } from '../present.ts'
import { decidableBy } from '../visible-to.ts'
import { listWaitsFor } from './get-outcome.ts'
import { isUnsettled } from './is-corroborated.ts'
import type { Reader } from './list-outcomes.ts'
import { leadTeamOf, loadChains } from './load-chains.ts'
import { type OutcomeRow, outcomeColumns } from './load-outcomes.ts'

const shown = 50

/** Objections that stand open are few: they lead to the outcomes, not the other way round. */
export function questionedBy(actor: Actor): Sql {
  return sql`o.organization_id = ${actor.organizationId}::uuid AND o.state = 'verified'
    AND o.id IN (SELECT q.outcome_id FROM contributor_answer q WHERE q.organization_id = ${actor.organizationId}::uuid
      AND q.answer = 'objected' AND q.ended_at IS NULL AND q.settled_at IS NULL)
    AND ${isUnsettled} AND ${decidableBy(actor)}`
}

/** Verified results whose split somebody named objects to, for whoever may split them anew; longest waiting first. */
export function listQuestioned(ctx: Reader): Promise<{ items: QueueItem[] }> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const rows = await tx.rows<OutcomeRow & { askedAt: Date }>(sql`SELECT ${outcomeColumns(actor)}, since.at AS "askedAt" FROM outcome o
      CROSS JOIN LATERAL (SELECT min(q.at) AS at FROM contributor_answer q WHERE q.organization_id = o.organization_id AND q.outcome_id = o.id
        AND q.answer = 'objected' AND q.ended_at IS NULL AND q.settled_at IS NULL) since
      WHERE ${questionedBy(actor)} ORDER BY since.at, o.id LIMIT ${shown}`)
    const chains = await loadChains(tx, actor, rows.map(leadTeamOf))
    const records = rows.map((row) => recordOf(row, chains))
    const waits = await listWaitsFor(tx, actor, records)
    return {
      items: rows.map((row, i) => ({
        outcome: presentSummary(row, ctx, records[i] ?? recordOf(row, chains)),
        ...promiseOf(row.askedAt.getTime(), actor.today, actor.settings),
        warnings: ['split-questioned'],
        waitsFor: waits[i] ?? { deciders: [], ask: [], team: null, passed: [] },
      })),
    }
  })
}

import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { DomainError, type Refusal } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'

type Change = { id: string; version: number; state: string; event: string | null; at: Date | null; byId: string | null; by: string | null }

/**
 * The refusal of whoever comes second: where the outcome stands now, who brought it there and when. Read anew, after the lock was
 * waited for. `field` of each: `ids.<place>` where a set was asked.
 */
export async function stateChanged(
  tx: SqlTx,
  actor: Actor,
  rows: readonly { readonly id: string; readonly place?: number }[],
): Promise<DomainError> {
  const changes = await tx.rows<Change>(sql`
    SELECT o.id, o.version, o.state, e.type AS event, e.at, p.id AS "byId", p.name AS by
    FROM outcome o LEFT JOIN LATERAL (SELECT x.type, x.at, x.actor_person_id FROM event x
      WHERE x.organization_id = o.organization_id AND x.subject_kind = 'outcome' AND x.subject_id = o.id
        AND x.type NOT LIKE 'outcome.comment%' ORDER BY x.id DESC LIMIT 1) e ON true
    LEFT JOIN person p ON p.organization_id = o.organization_id AND p.id = e.actor_person_id
    WHERE o.organization_id = ${actor.organizationId}::uuid AND o.id = ANY (${rows.map((r) => r.id)}::uuid[])`)
  const byId = new Map(changes.map((c) => [c.id, c]))
  return new DomainError(rows.map(({ id, place }) => refusalOfChange(id, place, byId.get(id))))
}

function refusalOfChange(id: string, place: number | undefined, change: Change | undefined): Refusal {
  const field = place === undefined ? {} : { field: `ids.${place}` }
  if (!change) return { code: 'not-found', ...field }
  const { state, version, event, at, byId, by } = change
  const who = { ...(event && { event }), ...(at && { at: at.toISOString() }), ...(byId && by !== null && { byId, by }) }
  return { code: 'state-changed', ...field, params: { id, state, version, ...who } }
}

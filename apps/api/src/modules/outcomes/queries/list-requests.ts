import { type Sql, sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { RequestsOutput } from '@oeuvre/domain/outcomes/likeness/schema'
import { visibilityOf } from '@oeuvre/domain/outcomes/policy'
import { recordOf } from '../present.ts'
import type { Reader } from './list-outcomes.ts'
import { chainsFor } from './load-chains.ts'
import { loadOutcomes } from './load-outcomes.ts'

type Row = {
  otherId: string
  byId: string | null
  by: string | null
  at: Date
  verdict: 'same' | 'another' | null
  words: string | null
  answeredById: string | null
  answeredBy: string | null
}

/** Claims that stand or wait, whose authors say that they are the result `id`; with what those of `id` answered. */
export function requestsTo(actor: Actor, id: string): Sql {
  return sql`SELECT c.outcome_id AS "otherId", p.id AS "byId", p.name AS by, c.at, a.verdict, a.words, q.id AS "answeredById", q.name AS "answeredBy"
    FROM outcome_comparison c
    JOIN outcome x ON x.organization_id = c.organization_id AND x.id = c.outcome_id AND x.state IN ('submitted', 'second-look', 'changes-requested', 'verified')
    LEFT JOIN person p ON p.organization_id = c.organization_id AND p.id = c.by_id
    LEFT JOIN outcome_comparison a ON a.organization_id = c.organization_id AND a.outcome_id = c.other_id AND a.other_id = c.outcome_id AND NOT a.is_decided
    LEFT JOIN person q ON q.organization_id = a.organization_id AND q.id = a.by_id
    WHERE c.organization_id = ${actor.organizationId}::uuid AND c.other_id = ${id}::uuid AND NOT c.is_decided AND c.verdict = 'same'
      AND NOT EXISTS (SELECT FROM outcome_comparison d WHERE d.organization_id = c.organization_id AND d.is_decided AND d.verdict = 'another'
        AND (d.outcome_id, d.other_id) IN ((c.outcome_id, c.other_id), (c.other_id, c.outcome_id)))
    ORDER BY c.at LIMIT 20`
}

/** Who asks to be added to this result; for its author and those named. Of the other claim only that it is there. @throws DomainError not-found */
export function listRequests(ctx: Reader, { id }: { id: string }): Promise<RequestsOutput> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const [row] = await loadOutcomes(tx, actor, [id])
    const record = row && recordOf(row, await chainsFor(tx, actor, [row]))
    if (!row || !record || !visibilityOf(actor, record).isVisible) throw new DomainError('not-found')
    const isConcerned = actor.personId === record.authorId || record.contributors.some((c) => c.personId === actor.personId)
    const isOpen = ['submitted', 'second-look', 'changes-requested', 'verified'].includes(row.state)
    if (actor.personId === null || !isConcerned || !isOpen) return { requests: [] }
    const rows = await tx.rows<Row>(requestsTo(actor, id))
    const others = rows.filter((one) => one.byId !== actor.personId)
    const refOf = (personId: string | null, name: string | null) => (personId !== null && name !== null ? { id: personId, name } : null)
    return {
      requests: others.map(({ otherId, byId, by, at, verdict, words, answeredById, answeredBy }) => ({
        otherId,
        by: refOf(byId, by),
        at: at.toISOString(),
        answer: verdict && { verdict, words: words ?? '', by: refOf(answeredById, answeredBy) },
      })),
    }
  })
}

import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { AskedOutput } from '@oeuvre/domain/outcomes/answers/schema'
import { presentSummary, recordOf } from '../present.ts'
import { isHeardFrom } from './is-corroborated.ts'
import type { Reader } from './list-outcomes.ts'
import { chainsFor } from './load-chains.ts'
import { loadFullOutcomes } from './load-outcomes.ts'

const shown = 20

/**
 * What waits for the reader's word: named by somebody else, and not heard on the split as it is. Once it is verified only those are asked
 * anew whose split changed after they had answered; the others may still object on its page.
 */
export function listAsked(ctx: Reader): Promise<AskedOutput> {
  const { actor } = ctx
  const { personId } = actor
  if (personId === null) return Promise.resolve({ outcomes: [] })
  return read(ctx.db, actor.organizationId, async (tx) => {
    const found = await tx.rows<{ id: string }>(sql`SELECT o.id FROM contributor c
      JOIN outcome o ON o.organization_id = c.organization_id AND o.id = c.outcome_id
      WHERE c.organization_id = ${actor.organizationId}::uuid AND c.person_id = ${personId}::uuid AND o.author_id <> ${personId}::uuid
        AND (o.state IN ('submitted', 'second-look', 'changes-requested') OR (o.state = 'verified' AND EXISTS (SELECT FROM contributor_answer b
          WHERE b.organization_id = o.organization_id AND b.outcome_id = o.id AND b.person_id = ${personId}::uuid AND b.ended_at IS NULL)))
        AND NOT ${isHeardFrom(personId)}
      ORDER BY o.updated_at DESC, o.id DESC LIMIT ${shown}`)
    const rows = await loadFullOutcomes(
      tx,
      actor,
      found.map(({ id }) => id),
    )
    const chains = await chainsFor(tx, actor, rows)
    return {
      outcomes: rows.map((row) => ({
        ...presentSummary(row, ctx, recordOf(row, chains)),
        author: row.authorId !== null && row.authorName !== null ? { id: row.authorId, name: row.authorName } : null,
      })),
    }
  })
}

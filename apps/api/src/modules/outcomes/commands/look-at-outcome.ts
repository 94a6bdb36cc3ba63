import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { isDecider } from '@oeuvre/domain/outcomes/policy'
import type { LookInput } from '@oeuvre/domain/outcomes/review/schema'
import type { z } from 'zod'
import type { CommandContext } from '../../../platform/mutate.ts'
import { recordOf } from '../present.ts'
import { chainsFor } from '../queries/load-chains.ts'
import { loadOutcomes } from '../queries/load-outcomes.ts'

/**
 * Whoever may decide has looked at it up to this version. No event: it is a bookmark of theirs, nothing that happened to the outcome.
 * @throws DomainError not-found, also to whoever does not decide
 */
export function lookAtOutcome({ db, actor, now }: CommandContext, { id, version }: z.infer<typeof LookInput>): Promise<void> {
  return write(db, actor.organizationId, async (tx) => {
    const [row] = await loadOutcomes(tx, actor, [id])
    if (!row || !isDecider(actor, recordOf(row, await chainsFor(tx, actor, [row])))) throw new DomainError('not-found')
    await tx.run(sql`
      INSERT INTO review_look AS l (organization_id, person_id, outcome_id, version, at)
      VALUES (${actor.organizationId}::uuid, ${actor.personId}::uuid, ${id}::uuid, ${Math.min(version, row.version)}, ${now}::timestamptz)
      ON CONFLICT (organization_id, person_id, outcome_id) DO UPDATE SET version = excluded.version, at = excluded.at WHERE l.version < excluded.version`)
  })
}

import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { loadOutcomes } from '../queries/load-outcomes.ts'
import { rungIn } from './move-outcomes.ts'

/**
 * The rung of what is not verified, from what is there now: after an answer or a change of the split. Nothing that anybody wrote changes, so
 * the version stays.
 */
export async function refreshRungs(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  for (const row of await loadOutcomes(tx, actor, ids)) {
    const rung = rungIn(row, row.state)
    if (row.state === 'verified' || rung === row.rung) continue
    await tx.run(
      sql`UPDATE outcome SET rung = ${rung}::smallint WHERE organization_id = ${actor.organizationId}::uuid AND id = ${row.id}::uuid`,
    )
  }
}

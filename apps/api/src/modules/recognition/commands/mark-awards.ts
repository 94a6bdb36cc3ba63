import { sql } from '@oeuvre/db/sql'
import { undoMinutes } from '@oeuvre/domain/outcomes/review/rules'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'

/** The caller has seen awards of theirs; of others nothing is known and nothing changes. No event: nobody is told who looked. */
export function markAwards(ctx: CommandContext, { ids }: { ids: readonly string[] }): Promise<{ ids: string[] }> {
  const told = new Date(ctx.now.getTime() - undoMinutes * 60_000)
  return mutate(ctx, async (tx) => {
    const rows = await tx.rows<{ id: string }>(sql`UPDATE award_person x SET seen_at = ${ctx.now}::timestamptz FROM award a
      WHERE x.organization_id = ${ctx.actor.organizationId}::uuid AND x.award_id = ANY (${[...ids]}::uuid[]) AND x.person_id = ${ctx.actor.personId}::uuid
        AND x.seen_at IS NULL AND a.organization_id = x.organization_id AND a.id = x.award_id AND a.at <= ${told}::timestamptz RETURNING x.award_id AS id`)
    return { ids: rows.map((row) => row.id) }
  })
}

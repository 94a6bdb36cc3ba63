import { sql } from '@oeuvre/db/sql'
import { localDay } from '@oeuvre/domain/time/calendar'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitQuestion } from '../events.ts'

/** In the morning of the second to fifth day of each month, so that a server that was down asks late rather than not. */
export const questionCron = '29 7 2-5 * *'

/**
 * Asks each owner once a month whether they used their accounts: those that gave no sign for thirty days, in one question. Not those
 * who switched it off, nor anybody without an account.
 */
export function askOwners(ctx: CommandContext): Promise<{ asked: number }> {
  const { organizationId, settings } = ctx.actor
  const today = localDay(ctx.now.getTime(), settings.timeZone)
  const month = today.slice(0, 7)
  return mutate(ctx, async (tx, emit) => {
    const rows = await tx.rows<{ id: string }>(sql`
      INSERT INTO account_question AS q (organization_id, person_id, asked_for)
      SELECT DISTINCT a.organization_id, a.person_id, ${month} FROM social_account a JOIN person p ON p.organization_id = a.organization_id AND p.id = a.person_id
      WHERE a.organization_id = ${organizationId}::uuid AND a.withdrawn_at IS NULL AND a.closed_on IS NULL AND p.status = 'active'
        AND (p.left_on IS NULL OR p.left_on > ${today}::date)
        AND greatest((a.created_at AT TIME ZONE ${settings.timeZone})::date, a.used_on, a.last_result_on, a.visited_on, (a.posted_at AT TIME ZONE ${settings.timeZone})::date) <= ${today}::date - 30
      ON CONFLICT (organization_id, person_id) DO UPDATE SET asked_for = excluded.asked_for
        WHERE NOT q.is_off AND q.asked_for IS DISTINCT FROM excluded.asked_for
      RETURNING person_id AS id`)
    for (const { id } of rows) emitQuestion(emit, { type: 'accounts.asked', personId: id })
    return { asked: rows.length }
  })
}

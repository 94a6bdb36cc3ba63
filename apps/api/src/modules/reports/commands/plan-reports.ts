import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import { dueSending } from '@oeuvre/domain/reports/rules'
import type { Cadence } from '@oeuvre/domain/reports/schema'
import type { CommandContext } from '../../../platform/mutate.ts'

/** Every quarter of an hour: eight o'clock is another hour in each zone. */
export const reportCron = '*/15 * * * *'

type Row = { readonly scheduleId: string; readonly personId: string; readonly cadence: Cadence; readonly since: Date }

/** What is due to be sent: once to each person for each period, whatever the clock does. */
export function planReports(ctx: CommandContext): Promise<number> {
  const { organizationId, settings } = ctx.actor
  return write(ctx.db, organizationId, async (tx) => {
    const rows = await tx.rows<Row>(sql`
      SELECT s.id AS "scheduleId", r.person_id AS "personId", s.cadence, s.since FROM report_schedule s
      JOIN report_recipient r ON r.organization_id = s.organization_id AND r.schedule_id = s.id
      WHERE s.organization_id = ${organizationId}::uuid AND s.removed_at IS NULL AND NOT s.is_paused AND r.ended_at IS NULL`)
    const due = rows.flatMap(({ scheduleId, personId, cadence, since }) => {
      const sending = dueSending(cadence, { now: ctx.now.getTime(), since: since.getTime() }, settings)
      return sending ? [{ schedule_id: scheduleId, person_id: personId, period: sending.period }] : []
    })
    if (due.length === 0) return 0
    const added = await tx.rows<{ id: string }>(sql`
      INSERT INTO report_delivery (organization_id, schedule_id, person_id, period, created_at)
      SELECT ${organizationId}::uuid, d.schedule_id, d.person_id, d.period, ${ctx.now}
      FROM jsonb_to_recordset(${JSON.stringify(due)}::jsonb) AS d(schedule_id uuid, person_id uuid, period text)
      ON CONFLICT (organization_id, schedule_id, person_id, period) DO NOTHING RETURNING id`)
    for (const { id } of added) await ctx.enqueue(tx, 'send-report', { organizationId, deliveryId: id })
    return added.length
  })
}

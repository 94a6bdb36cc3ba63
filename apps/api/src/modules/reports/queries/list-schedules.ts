import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { nextSending } from '@oeuvre/domain/reports/rules'
import { ScheduleFilter, type ScheduleOutput } from '@oeuvre/domain/reports/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'

type Row = Omit<ScheduleOutput, 'filter' | 'isOwn' | 'nextAt'> & { readonly filter: unknown }

/** The schedules that this reader made, and those by which they receive the page; with what became of the newest sending to each. */
export function listSchedules({ db, actor, now }: Pick<OrgContext, 'db' | 'actor' | 'now'>): Promise<{ schedules: ScheduleOutput[] }> {
  return read(db, actor.organizationId, async (tx) => {
    const rows = await tx.rows<Row>(sql`
      SELECT s.id, s.cadence, s.filter, s.paper, s.is_paused AS "isPaused", json_build_object('id', o.id, 'name', o.name) AS owner,
        (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'hasEnded', r.ended_at IS NOT NULL, 'last',
            (SELECT json_build_object('period', d.period, 'state', d.state) FROM report_delivery d WHERE d.organization_id = r.organization_id
              AND d.schedule_id = r.schedule_id AND d.person_id = r.person_id ORDER BY d.created_at DESC, d.id DESC LIMIT 1)) ORDER BY p.name, p.id), '[]')
          FROM report_recipient r JOIN person p ON p.organization_id = r.organization_id AND p.id = r.person_id
          WHERE r.organization_id = s.organization_id AND r.schedule_id = s.id AND (s.owner_id = ${actor.personId}::uuid OR r.person_id = ${actor.personId}::uuid)) AS recipients
      FROM report_schedule s JOIN person o ON o.organization_id = s.organization_id AND o.id = s.owner_id
      WHERE s.organization_id = ${actor.organizationId}::uuid AND s.removed_at IS NULL AND (s.owner_id = ${actor.personId}::uuid OR EXISTS (
        SELECT FROM report_recipient r WHERE r.organization_id = s.organization_id AND r.schedule_id = s.id AND r.person_id = ${actor.personId}::uuid))
      ORDER BY s.owner_id = ${actor.personId}::uuid DESC, s.created_at, s.id`)
    const schedules = rows.flatMap((row): ScheduleOutput[] => {
      const filter = ScheduleFilter.safeParse(row.filter)
      if (!filter.success) return []
      const nextAt = new Date(nextSending(row.cadence, now.getTime(), actor.settings).at).toISOString()
      return [{ ...row, filter: filter.data, isOwn: row.owner.id === actor.personId, nextAt }]
    })
    return { schedules }
  })
}

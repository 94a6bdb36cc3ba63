import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { WorkingDays } from '@oeuvre/domain/organizations/calendar/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'

/** All holidays on record, past ones too. */
export function getWorkingDays({ db, actor }: Pick<OrgContext, 'db' | 'actor'>): Promise<WorkingDays> {
  return read(db, actor.organizationId, (tx) => readWorkingDays(tx, actor.organizationId))
}

export async function readWorkingDays(tx: SqlTx, organizationId: OrganizationId): Promise<WorkingDays> {
  const row = await tx.one<WorkingDays>(sql`
    SELECT o.working_weekdays AS "workingWeekdays", (SELECT coalesce(json_agg(json_build_object('day', h.day, 'name', h.name) ORDER BY h.day), '[]')
      FROM holiday h WHERE h.organization_id = o.organization_id) AS holidays
    FROM organization o WHERE o.organization_id = ${organizationId}::uuid`)
  return row ?? { workingWeekdays: [], holidays: [] }
}

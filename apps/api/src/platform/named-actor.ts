import type { Database } from '@oeuvre/db/database'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { Actor, OrganizationSettings } from '@oeuvre/domain/organizations/schema'

type Row = Omit<OrganizationSettings, 'secondLookMinor'> & { secondLookMinor: string | null; today: string }

/**
 * Who acts when nobody calls: a job works for the organization that its payload names, as an import or as the system. One of the
 * few places that mint an organization id. Holds no role: what a named actor may do is asked of its kind.
 * @throws DomainError not-found
 */
export async function openNamedActor(
  db: Database,
  organizationId: string,
  who: Pick<Actor, 'kind' | 'personId' | 'importId'>,
): Promise<Actor> {
  const id = organizationId as OrganizationId
  const row = await read(db, id, (tx) =>
    tx.one<Row>(sql`
      SELECT o.name, d.slug, o.time_zone AS "timeZone", o.reporting_currency AS "reportingCurrency",
        o.fiscal_year_start_month AS "fiscalYearStartMonth", o.week_starts_on AS "weekStartsOn", o.first_allowed_day AS "firstAllowedDay",
        o.second_look_minor::text AS "secondLookMinor", o.promise_days AS "promiseDays", o.verified_visibility AS "verifiedVisibility",
        o.value_visibility AS "valueVisibility", (now() AT TIME ZONE o.time_zone)::date AS today
      FROM organization o JOIN organization_directory d ON d.id = o.organization_id WHERE o.organization_id = ${id}::uuid`),
  )
  if (!row) throw new DomainError('not-found')
  const { today, ...settings } = row
  return { organizationId: id, ...who, roles: [], managedTeamIds: [], reachTeamIds: [], settings, today }
}

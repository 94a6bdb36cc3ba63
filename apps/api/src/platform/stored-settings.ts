import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { OrganizationSettings } from '@oeuvre/domain/organizations/schema'

/**
 * The settings as this transaction sees them, and today in the organization's zone.
 * @throws DomainError not-found
 */
export async function readSettings(
  tx: SqlTx,
  organizationId: OrganizationId,
): Promise<{ readonly settings: OrganizationSettings; readonly today: string }> {
  const row = await tx.one<OrganizationSettings & { today: string }>(sql`
    SELECT o.name, d.slug, o.time_zone AS "timeZone", o.reporting_currency AS "reportingCurrency",
      o.fiscal_year_start_month AS "fiscalYearStartMonth", o.week_starts_on AS "weekStartsOn", o.first_allowed_day AS "firstAllowedDay",
      o.second_look_minor::text AS "secondLookMinor", o.promise_days AS "promiseDays", o.verified_visibility AS "verifiedVisibility",
      o.working_weekdays AS "workingWeekdays", (SELECT coalesce(json_agg(h.day ORDER BY h.day), '[]') FROM holiday h
        WHERE h.organization_id = o.organization_id AND h.day > (now() AT TIME ZONE o.time_zone)::date - 400) AS holidays,
      o.value_visibility AS "valueVisibility", o.smallest_group AS "smallestGroup", (now() AT TIME ZONE o.time_zone)::date AS today
    FROM organization o JOIN organization_directory d ON d.id = o.organization_id WHERE o.organization_id = ${organizationId}::uuid`)
  if (!row) throw new DomainError('not-found')
  const { today, ...settings } = row
  return { settings, today }
}

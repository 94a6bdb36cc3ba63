import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { OutsideRefusal } from '@oeuvre/domain/accounts/outside/schema'
import type { LinkPlace } from '@oeuvre/domain/links/schema'
import type { UtmMedium } from '@oeuvre/domain/links/utm/rules'
import type { VisitSums } from '@oeuvre/domain/links/visits/rules'
import type { Actor } from '@oeuvre/domain/organizations/schema'

export type LinkRow = {
  readonly id: string
  readonly personId: string
  readonly code: string
  readonly destination: string
  readonly place: LinkPlace
  readonly accountId: string | null
  readonly programId: string | null
  readonly programTitle: string | null
  readonly source: string
  readonly medium: UtmMedium
  readonly campaign: string | null
  readonly note: string
  readonly lastDay: string | null
  readonly expiresAt: Date | null
  readonly isWithdrawn: boolean
  readonly hasOwnerLeft: boolean
  readonly createdAt: Date
  readonly checkedAt: Date | null
  readonly failure: OutsideRefusal | null
  readonly failureStatus: number | null
  /** By people. */
  readonly visits: number
  readonly latestAt: Date | null
}

/** Links of one person, the newest first; only those of a program, or one of them. */
export function listRows(
  tx: SqlTx,
  { organizationId, personId }: Pick<Actor, 'organizationId' | 'personId'>,
  { id = null, programId = null }: { readonly id?: string | null; readonly programId?: string | null } = {},
): Promise<LinkRow[]> {
  return tx.rows<LinkRow>(sql`
    SELECT l.id, l.person_id AS "personId", l.code, l.destination, l.place, l.account_id AS "accountId", l.program_id AS "programId", g.title AS "programTitle",
      l.utm_source AS source, l.utm_medium AS medium, l.utm_campaign AS campaign, l.note, l.last_day AS "lastDay", l.expires_at AS "expiresAt",
      l.withdrawn_at IS NOT NULL AS "isWithdrawn", p.status <> 'active' AS "hasOwnerLeft", l.created_at AS "createdAt", l.checked_at AS "checkedAt",
      l.failure, l.failure_status AS "failureStatus", coalesce(v.visits, 0)::int AS visits, v.latest AS "latestAt"
    FROM link l JOIN person p ON p.organization_id = l.organization_id AND p.id = l.person_id
    LEFT JOIN program g ON g.organization_id = l.organization_id AND g.id = l.program_id
    LEFT JOIN LATERAL (SELECT sum(x.visits) AS visits, max(x.hour) AS latest FROM link_visit x
      WHERE x.organization_id = l.organization_id AND x.link_id = l.id AND x.kind = 'human') v ON true
    WHERE l.organization_id = ${organizationId}::uuid AND l.person_id = ${personId}::uuid AND (${id}::uuid IS NULL OR l.id = ${id}::uuid)
      AND (${programId}::uuid IS NULL OR l.program_id = ${programId}::uuid)
    ORDER BY l.created_at DESC, l.id`)
}

/** Where it led before, the latest first. */
export function listBefore(tx: SqlTx, organizationId: string, linkId: string): Promise<{ destination: string; changedAt: Date }[]> {
  return tx.rows(sql`SELECT destination, changed_at AS "changedAt" FROM link_destination
    WHERE organization_id = ${organizationId}::uuid AND link_id = ${linkId}::uuid ORDER BY changed_at DESC`)
}

/** To which domains may links lead, now? */
export async function listDomains(tx: SqlTx, organizationId: string): Promise<string[]> {
  const rows = await tx.rows<{ host: string }>(
    sql`SELECT host FROM link_domain WHERE organization_id = ${organizationId}::uuid ORDER BY host`,
  )
  return rows.map(({ host }) => host)
}

type SumRow = {
  kind: VisitSums['kinds'][number]['kind']
  by: string
  day: string
  hour: number
  host: string
  device: string
  visits: number
}

/** Visits of one link added up each way, in the organization's zone. */
export async function sumVisits(
  tx: SqlTx,
  { organizationId, settings }: Pick<Actor, 'organizationId' | 'settings'>,
  linkId: string,
): Promise<VisitSums> {
  const rows = await tx.rows<SumRow & { device: VisitSums['devices'][number]['device'] }>(sql`
    SELECT kind, device, host, day, hour, sum(visits)::int AS visits,
      CASE WHEN GROUPING(hour) = 0 THEN 'hour' WHEN GROUPING(day) = 0 THEN 'day' WHEN GROUPING(host) = 0 THEN 'host' WHEN GROUPING(device) = 0 THEN 'device' ELSE 'kind' END AS by
    FROM (SELECT v.kind, v.device, v.host, v.visits, (v.hour AT TIME ZONE ${settings.timeZone})::date AS day,
        extract(hour FROM v.hour AT TIME ZONE ${settings.timeZone})::int AS hour
      FROM link_visit v WHERE v.organization_id = ${organizationId}::uuid AND v.link_id = ${linkId}::uuid) x
    GROUP BY GROUPING SETS ((kind), (kind, day), (kind, day, hour), (kind, host), (kind, device))`)
  const people = (by: string) => rows.filter((row) => row.by === by && row.kind === 'human')
  return {
    kinds: rows.filter((row) => row.by === 'kind'),
    days: people('day'),
    hosts: people('host'),
    devices: people('device'),
    hours: people('hour'),
  }
}

import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { RatedCurrency, RateLoad, RatesPage, TypedRate } from '@oeuvre/domain/rates/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'

/** Which rates there are, and where they come from. */
export function listRates({ db, actor }: Pick<OrgContext, 'db' | 'actor'>): Promise<RatesPage> {
  const { organizationId, settings } = actor
  return read(db, organizationId, async (tx) => ({
    reportingCurrency: settings.reportingCurrency,
    currencies: await listCurrencies(tx, organizationId),
    loads: await listLoads(tx, organizationId),
    typed: await listTyped(tx, organizationId),
  }))
}

function listCurrencies(tx: SqlTx, organizationId: OrganizationId): Promise<RatedCurrency[]> {
  return tx.rows<RatedCurrency>(sql`
    WITH standing AS (
      SELECT DISTINCT ON (currency, day) currency, day, per_euro, load_id FROM exchange_rate WHERE organization_id = ${organizationId}::uuid
      ORDER BY currency, day, revision DESC),
    spans AS (SELECT currency, count(*)::int AS days, min(day) AS first, max(day) AS last FROM standing WHERE per_euro IS NOT NULL GROUP BY 1)
    SELECT s.currency, s.days, s.first AS "firstDay", s.last AS "lastDay", x.per_euro::text AS "perEuro", l.source
    FROM spans s JOIN standing x ON x.currency = s.currency AND x.day = s.last
    JOIN rate_load l ON l.organization_id = ${organizationId}::uuid AND l.id = x.load_id
    ORDER BY s.last DESC, s.currency`)
}

/** The last files; what was typed is listed by itself. */
function listLoads(tx: SqlTx, organizationId: OrganizationId): Promise<RateLoad[]> {
  return tx
    .rows<RateLoad & { at: Date | string }>(sql`
    SELECT l.id, l.source, l.file_name AS "fileName", CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS by, l.at,
      l.first_day AS "firstDay", l.last_day AS "lastDay", l.added, l.corrected, l.unchanged, l.kept
    FROM rate_load l LEFT JOIN person p ON p.organization_id = l.organization_id AND p.id = l.by_id
    WHERE l.organization_id = ${organizationId}::uuid AND l.source <> 'typed' ORDER BY l.at DESC, l.id DESC LIMIT 20`)
    .then((rows) => rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() })))
}

function listTyped(tx: SqlTx, organizationId: OrganizationId): Promise<TypedRate[]> {
  return tx
    .rows<TypedRate & { at: Date | string }>(sql`
    SELECT e.currency, e.day, e.per_euro::text AS "perEuro", l.at, CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS by
    FROM rate_load l JOIN exchange_rate e ON e.organization_id = l.organization_id AND e.load_id = l.id
    LEFT JOIN person p ON p.organization_id = l.organization_id AND p.id = l.by_id
    WHERE l.organization_id = ${organizationId}::uuid AND l.source = 'typed' AND e.per_euro IS NOT NULL
      AND NOT EXISTS (SELECT FROM exchange_rate y WHERE y.organization_id = e.organization_id AND y.currency = e.currency AND y.day = e.day
        AND y.revision > e.revision)
    ORDER BY e.day DESC, e.currency LIMIT 200`)
    .then((rows) => rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() })))
}

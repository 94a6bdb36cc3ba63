import { type Sql, sql } from '@oeuvre/db/sql'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { JudgedRate } from '@oeuvre/domain/rates/rules'
import type { LoadCounts, RateSource } from '@oeuvre/domain/rates/schema'

export type NewLoad = LoadCounts & {
  readonly source: RateSource
  readonly fileName: string | null
  readonly byId: string | null
  readonly firstDay: string
  readonly lastDay: string
}

/** The load and its rates, together or not at all. */
export function insertRates(organizationId: OrganizationId, now: Date, load: NewLoad, rates: readonly JudgedRate[]): Sql {
  return sql`WITH load AS (
      INSERT INTO rate_load (organization_id, source, file_name, by_id, at, first_day, last_day, added, corrected, unchanged, kept)
      VALUES (${organizationId}::uuid, ${load.source}, ${load.fileName}, ${load.byId}::uuid, ${now}::timestamptz, ${load.firstDay}::date,
        ${load.lastDay}::date, ${load.added}, ${load.corrected}, ${load.unchanged}, ${load.kept}) RETURNING id),
    rates AS (
      INSERT INTO exchange_rate (organization_id, currency, day, revision, per_euro, load_id)
      SELECT ${organizationId}::uuid, x.currency, x.day, x.revision, x.per_euro, load.id
      FROM load, unnest(${rates.map((r) => r.currency)}::text[], ${rates.map((r) => r.day)}::date[], ${rates.map((r) => r.revision)}::smallint[],
        ${rates.map((r) => r.perEuro)}::numeric[]) AS x(currency, day, revision, per_euro))
    SELECT id FROM load`
}

import { type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { ReportAsked, type ReportOutput } from '@oeuvre/domain/reports/schema'

export type ReportRow = Omit<ReportOutput, 'asked' | 'createdAt' | 'size'> & {
  readonly personId: string
  readonly kind: string
  readonly filter: unknown
  readonly paper: string | null
  readonly language: 'fr' | 'en'
  readonly digest: string | null
  readonly size: string | null
  readonly createdAt: Date
}

export const reportColumns = sql`r.id, r.person_id AS "personId", r.kind, r.filter, r.paper, r.language, r.state, r.rows_done AS "rowsDone", r.rows_total AS "rowsTotal",
  r.file_name AS "fileName", encode(r.sha256, 'hex') AS digest, r.size, r.error_code AS "errorCode", r.created_at AS "createdAt"`

/** Somebody's own. */
export function findOwn(
  tx: SqlTx,
  organizationId: OrganizationId,
  ids: { readonly id: string; readonly personId: string },
): Promise<ReportRow | null> {
  return tx.one<ReportRow>(sql`
    SELECT ${reportColumns} FROM report r WHERE r.organization_id = ${organizationId}::uuid AND r.id = ${ids.id}::uuid AND r.person_id = ${ids.personId}::uuid`)
}

/** What was asked for, as it was stored; null: by a version that knew other filters. */
export function askedOf({ kind, filter, paper }: Pick<ReportRow, 'kind' | 'filter' | 'paper'>): ReportAsked | null {
  const parsed = ReportAsked.safeParse({ kind, filter, ...(paper && { paper }) })
  return parsed.success ? parsed.data : null
}

/** Where the bytes of a file are kept, by what they are. */
export function keyOf(organizationId: string, digest: string): string {
  return `reports/${organizationId}/${digest}`
}

/** Of a person, in the organization of the transaction. */
export function isOf(organizationId: OrganizationId, personId: string | null, id: string): Sql {
  return sql`organization_id = ${organizationId}::uuid AND person_id = ${personId}::uuid AND id = ${id}::uuid`
}

import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { Closing, ClosingsOutput } from '@oeuvre/domain/impact/closing/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'

type Row = Omit<Closing, 'closedAt' | 'reopened'> & {
  readonly closedAt: Date
  readonly reopenedAt: Date | null
  readonly reopenedBy: { readonly id: string; readonly name: string } | null
  readonly words: string | null
}

/** Every period that was closed, the newest closing first; those that no longer hold say so. */
export function listClosings({ db, actor }: Pick<OrgContext, 'db' | 'actor'>): Promise<ClosingsOutput> {
  const { organizationId } = actor
  return read(db, organizationId, async (tx) => {
    const rows = await tx.rows<Row>(sql`
      SELECT p.id, p.code, p.from_day AS "from", p.to_day AS "to", p.ledger_version AS "ledgerVersion", p.closed_at AS "closedAt", p.note, p.figures,
        CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END AS "closedBy", r.at AS "reopenedAt", r.words,
        CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'name', b.name) END AS "reopenedBy"
      FROM closed_period p LEFT JOIN person c ON c.organization_id = p.organization_id AND c.id = p.closed_by_id
      LEFT JOIN reopened_period r ON r.organization_id = p.organization_id AND r.closing_id = p.id
      LEFT JOIN person b ON b.organization_id = r.organization_id AND b.id = r.by_id
      WHERE p.organization_id = ${organizationId}::uuid ORDER BY p.closed_at DESC, p.id DESC LIMIT 200`)
    const closings = rows.map(({ closedAt, reopenedAt, reopenedBy, words, ...row }) => ({
      ...row,
      closedAt: closedAt.toISOString(),
      reopened: reopenedAt && { at: reopenedAt.toISOString(), by: reopenedBy, words: words ?? '' },
    }))
    return { closings }
  })
}

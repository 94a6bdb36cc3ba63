import { type Sql, sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { ImportSummary } from '@oeuvre/domain/transfers/overview/schema'
import type { CommandContext } from '../../../platform/mutate.ts'
import { type ImportRow, presentImport } from '../present.ts'

export const importRows: Sql = sql`
  SELECT i.id, i.kind, i.state, i.file_name, i.file_size, i.version, i.created_by_id AS by_id, coalesce(p.name, '') AS by_name, i.created_at,
    i.finished_at, i.undone_at, i.rows_done, i.rows_total, i.counts
  FROM import i LEFT JOIN person p ON p.organization_id = i.organization_id AND p.id = i.created_by_id`

/** The history of imports, newest first. */
export async function listImports(ctx: CommandContext): Promise<{ imports: ImportSummary[] }> {
  const { organizationId } = ctx.actor
  const rows = await read(ctx.db, organizationId, (tx) =>
    tx.rows<ImportRow>(
      sql`${importRows} WHERE i.organization_id = ${organizationId}::uuid ORDER BY i.created_at DESC, i.id DESC LIMIT 200`,
    ),
  )
  return { imports: rows.map((row) => presentImport(row, ctx.now)) }
}

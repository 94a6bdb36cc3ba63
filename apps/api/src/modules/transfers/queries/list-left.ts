import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { LeftRow } from '@oeuvre/domain/transfers/overview/schema'
import type { CommandContext } from '../../../platform/mutate.ts'
import { loadImport } from '../repo.ts'

/** What an undo left as it is, because people have touched or use it since. */
export async function listLeft(ctx: CommandContext, input: { id: string }): Promise<{ rows: LeftRow[] }> {
  const { organizationId } = ctx.actor
  return read(ctx.db, organizationId, async (tx) => {
    await loadImport(tx, organizationId, input.id)
    const rows = await tx.rows<LeftRow>(sql`
      SELECT DISTINCT r.subject_kind AS kind, r.subject_id AS id, coalesce(p.name, t.name, nullif(o.title, ''), o.subject, '') AS name
      FROM import_row r
      LEFT JOIN person p ON r.subject_kind = 'person' AND p.organization_id = r.organization_id AND p.id = r.subject_id
      LEFT JOIN team t ON r.subject_kind = 'team' AND t.organization_id = r.organization_id AND t.id = r.subject_id
      LEFT JOIN outcome o ON r.subject_kind = 'outcome' AND o.organization_id = r.organization_id AND o.id = r.subject_id
      WHERE r.organization_id = ${organizationId}::uuid AND r.import_id = ${input.id}::uuid AND r.reason = 'kept'
        AND r.subject_kind IN ('person', 'team', 'outcome')
      ORDER BY kind, name LIMIT 500`)
    return { rows }
  })
}

import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { ImportDetail } from '@oeuvre/domain/transfers/overview/schema'
import type { CommandContext } from '../../../platform/mutate.ts'
import { type ImportRow, presentDetail } from '../present.ts'
import { loadImport } from '../repo.ts'
import { importRows } from './list-imports.ts'

/** One import with what was recognised, its mapping and what must still be answered. Also its progress: it is asked again and again. */
export async function getImport(ctx: CommandContext, input: { id: string }): Promise<ImportDetail> {
  const { organizationId } = ctx.actor
  return read(ctx.db, organizationId, async (tx) => {
    const record = await loadImport(tx, organizationId, input.id)
    const row = await tx.one<ImportRow>(sql`${importRows} WHERE i.organization_id = ${organizationId}::uuid AND i.id = ${input.id}::uuid`)
    const left = await tx.one<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM import_row
      WHERE organization_id = ${organizationId}::uuid AND import_id = ${input.id}::uuid AND reason = 'kept'`)
    if (!row) throw new DomainError('not-found')
    return presentDetail(row, record, left?.count ?? 0, ctx.now)
  })
}

import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { undoDays } from '@oeuvre/domain/transfers/overview/schema'
import { openFiles } from '../../../platform/files.ts'
import { mutate } from '../../../platform/mutate.ts'
import type { FileContext } from './scan-file.ts'

type Old = { readonly id: string; readonly file_key: string | null; readonly was_run: boolean }

/**
 * Retention: file and rows of imports that ended thirty days ago; their report stays in the history. One that was never run goes
 * whole. Files first, so that an interruption leaves none behind that nobody knows of. Run by a system actor, any number of times.
 */
export async function eraseImports(ctx: FileContext): Promise<{ erased: number }> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden')
  const { organizationId } = ctx.actor
  const before = new Date(ctx.now.getTime() - undoDays * 86_400_000)
  const old = await read(ctx.db, organizationId, (tx) =>
    tx.rows<Old>(sql`
      SELECT i.id, i.file_key, i.started_at IS NOT NULL AS was_run FROM import i
      WHERE i.organization_id = ${organizationId}::uuid AND i.state IN ('ready', 'checked', 'failed', 'done', 'undone')
        AND coalesce(i.undone_at, i.finished_at, i.created_at) <= ${before}::timestamptz
        AND (i.file_key IS NOT NULL OR EXISTS (SELECT FROM import_row r WHERE r.organization_id = i.organization_id AND r.import_id = i.id))`),
  )
  const files = openFiles(ctx.filesDir)
  for (const { file_key } of old) if (file_key !== null) await files.delete(file_key)
  if (old.length === 0) return { erased: 0 }
  const run = old.filter(({ was_run }) => was_run).map(({ id }) => id)
  const never = old.filter(({ was_run }) => !was_run).map(({ id }) => id)
  await mutate(ctx, async (tx, emit) => {
    await tx.run(sql`DELETE FROM import_row WHERE organization_id = ${organizationId}::uuid AND import_id = ANY (${run}::uuid[])`)
    await tx.run(sql`
      UPDATE import SET file_key = NULL, reading = '{}', mapping = '{}' WHERE organization_id = ${organizationId}::uuid AND id = ANY (${run}::uuid[])`)
    await tx.run(sql`DELETE FROM import WHERE organization_id = ${organizationId}::uuid AND id = ANY (${never}::uuid[])`)
    for (const { id } of old) emit({ type: 'import.erased', subject: { kind: 'import', id } })
  })
  return { erased: old.length }
}

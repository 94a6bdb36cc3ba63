import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { ChangeReadingInput } from '@oeuvre/domain/transfers/overview/schema'
import type { z } from 'zod'
import { readFirstRows } from '../../../platform/csv/read-table.ts'
import { mutate } from '../../../platform/mutate.ts'
import { changeImport, loadImport } from '../repo.ts'
import { type FileContext, fileOpener, readAtOnce, scanTable } from './scan-file.ts'

/**
 * Reads the file another way: encoding, delimiter, quote or header. What the columns become is guessed anew.
 * @throws DomainError state-changed once it was run; what the reading finds broken, and then nothing has changed.
 */
export async function changeReading(ctx: FileContext, input: z.infer<typeof ChangeReadingInput>): Promise<void> {
  const { organizationId } = ctx.actor
  const record = await read(ctx.db, organizationId, (tx) => loadImport(tx, organizationId, input.id))
  if (!['uploaded', 'ready', 'checked', 'failed'].includes(record.state)) throw new DomainError('state-changed')
  const { dialect } = input
  const open = fileOpener(ctx.filesDir, record)
  const isLong = record.fileSize > readAtOnce
  if (isLong) await readFirstRows(open, dialect, 20)
  const scanned = isLong ? null : await scanTable(ctx, { open, dialect, kind: record.kind, before: {} })
  await mutate(ctx, async (tx, _, { enqueue }) => {
    const reading = { dialect, preset: null, rows: null, columns: [] }
    const waiting = { state: 'uploaded' as const, reading, mapping: null, rowsTotal: null }
    const read = scanned && { state: 'ready' as const, ...scanned, rowsTotal: scanned.reading.rows }
    await changeImport(tx, organizationId, { ...record, version: input.version }, { ...(read ?? waiting), counts: {}, errorCode: null })
    if (isLong) await enqueue('import-check', { importId: record.id, step: 'scan' })
  })
}

import { read } from '@oeuvre/db/tenant'
import { type PreviewFileInput, previewRows } from '@oeuvre/domain/transfers/overview/schema'
import type { z } from 'zod'
import { readFirstRows } from '../../../platform/csv/read-table.ts'
import { type FileContext, fileOpener } from '../commands/scan-file.ts'
import { loadImport } from '../repo.ts'

export type Preview = { columns: readonly string[]; rows: { number: number; line: number; cells: readonly string[] }[] }

/** The first rows of a file, read at once in the way that is asked about. Long cells are cut. */
export async function previewFile(ctx: FileContext, input: z.infer<typeof PreviewFileInput>): Promise<Preview> {
  const { organizationId } = ctx.actor
  const record = await read(ctx.db, organizationId, (tx) => loadImport(tx, organizationId, input.id))
  const { columns, rows } = await readFirstRows(fileOpener(ctx.filesDir, record), input.dialect, previewRows)
  return { columns, rows: rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.slice(0, 200)) })) }
}

import { createHash, randomUUIDv7 } from 'node:crypto'
import { type Readable, Transform } from 'node:stream'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { isStorable, isTooLong, textLimits } from '@oeuvre/domain/text/storable'
import type { ImportKind } from '@oeuvre/domain/transfers/schema'
import { recogniseDialect } from '../../../platform/csv/recognise-dialect.ts'
import { keepStream, openFiles } from '../../../platform/files.ts'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { insertImport } from '../repo.ts'
import { readAtOnce, scanTable } from './scan-file.ts'

export type UploadInput = { readonly kind: ImportKind; readonly fileName: string; readonly content: Readable; isCut(): boolean }
export type UploadContext = CommandContext & { readonly filesDir: string; readonly actor: { readonly personId: string | null } }

function measuring() {
  const hash = createHash('sha256')
  const measured = { size: 0 }
  const through = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      measured.size += chunk.length
      done(null, chunk)
    },
  })
  return { through, measured, digest: () => Uint8Array.from(hash.digest()) }
}

function shownName(name: string): string {
  return isStorable(name) && !isTooLong(name, textLimits.line) && name.trim() ? name : 'import.csv'
}

/**
 * Takes a file in, streamed to where files are kept, and recognises how it is written. Nothing is kept of a file that is refused.
 * @throws DomainError file-not-csv, file-empty, file-encoding-broken, file-too-many-columns, too-large …
 */
export async function uploadFile(ctx: UploadContext, input: UploadInput): Promise<{ id: string }> {
  const { personId, organizationId } = ctx.actor
  if (!personId) throw new DomainError('forbidden')
  const files = openFiles(ctx.filesDir)
  const fileKey = `imports/${organizationId}/${randomUUIDv7()}.csv`
  const { through, measured, digest } = measuring()
  input.content.on('error', (error) => through.destroy(error))
  try {
    await keepStream(ctx.filesDir, fileKey, input.content.pipe(through))
    if (input.isCut()) throw new DomainError({ code: 'too-large', field: 'file' })
    const open = () => files.getStream(fileKey)
    const dialect = await recogniseDialect(open)
    const isLong = measured.size > readAtOnce
    const scanned = isLong ? null : await scanTable(ctx, { open, dialect, kind: input.kind, before: {} })
    const file = { kind: input.kind, fileName: shownName(input.fileName), fileKey, fileSize: measured.size, fileHash: digest() }
    const id = await mutate(ctx, async (tx, emit, { enqueue }) => {
      const reading = scanned?.reading ?? { dialect, preset: null, rows: null, columns: [] }
      const imported = await insertImport(tx, organizationId, {
        ...file,
        createdById: personId,
        reading,
        mapping: scanned?.mapping ?? null,
      })
      emit({ type: 'import.uploaded', subject: { kind: 'import', id: imported }, payload: { kind: input.kind, size: measured.size } })
      if (isLong) await enqueue('import-check', { importId: imported, step: 'scan' })
      return imported
    })
    return { id }
  } catch (error) {
    await files.delete(fileKey)
    throw error
  }
}

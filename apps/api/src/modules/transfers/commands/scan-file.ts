import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { guessDealMapping, guessPeopleMapping } from '@oeuvre/domain/transfers/guess/rules'
import type { Reading } from '@oeuvre/domain/transfers/overview/schema'
import { newTally, profileOf, tallyCell } from '@oeuvre/domain/transfers/profile/rules'
import type { Dialect, ImportKind, Mapping } from '@oeuvre/domain/transfers/schema'
import { type OpenFile, openTable } from '../../../platform/csv/read-table.ts'
import { openFiles } from '../../../platform/files.ts'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { changeImport, type ImportRecord, listTypeOptions, loadImport, readingOf } from '../repo.ts'

export type FileContext = CommandContext & { readonly filesDir: string }

/** @throws DomainError not-found when the file has gone: it is kept for 30 days. */
export function fileOpener(filesDir: string, record: Pick<ImportRecord, 'fileKey'>): OpenFile {
  const key = record.fileKey
  if (!key) throw new DomainError('not-found')
  const files = openFiles(filesDir)
  return () => files.getStream(key)
}

async function profileFile(open: OpenFile, dialect: Dialect): Promise<Pick<Reading, 'rows' | 'columns'>> {
  const { columns, rows } = await openTable(open, dialect)
  const tallies = columns.map(newTally)
  let count = 0
  for await (const { cells } of rows) {
    count++
    for (const [index, tally] of tallies.entries()) tallyCell(tally, cells[index] ?? '')
  }
  if (count === 0) throw new DomainError({ code: 'file-empty', field: 'file' })
  return { rows: count, columns: tallies.map((tally, index) => ({ header: columns[index] ?? '', profile: profileOf(tally) })) }
}

/** Keeps what was decided about columns that are still there when a file is read again. */
function keepAnswers(guess: Mapping, before: Mapping | Record<never, never>): Mapping {
  if (!('kind' in before) || before.kind !== guess.kind) return guess
  const same = before.columns.length === guess.columns.length && before.columns.every((c, i) => c.header === guess.columns[i]?.header)
  return same ? before : guess
}

/** A file as long as this is read while its sender waits; a longer one in the background. */
export const readAtOnce = 4 * 1024 * 1024

export type ScannedFile = { readonly reading: Reading; readonly mapping: Mapping }
type ScanInput = { readonly open: OpenFile; readonly dialect: Dialect; readonly kind: ImportKind; readonly before: ImportRecord['mapping'] }

/**
 * Reads all of a file once: its number of rows and what each column holds, and from that a first mapping. Flat in memory.
 * @throws DomainError what the reading finds broken, and file-empty for a header without rows.
 */
export async function scanTable(ctx: CommandContext, { open, dialect, kind, before }: ScanInput): Promise<ScannedFile> {
  const types = await read(ctx.db, ctx.actor.organizationId, (tx) => listTypeOptions(tx, ctx.actor.organizationId))
  const profiled = await profileFile(open, dialect)
  const deals = guessDealMapping(profiled.columns, types, dialect)
  const guess = kind === 'deals' ? deals.mapping : guessPeopleMapping(profiled.columns, dialect)
  const preset = kind === 'deals' ? deals.preset : null
  return { reading: { dialect, preset, ...profiled }, mapping: keepAnswers(guess, before) }
}

/** Reads a long file in the background. */
export async function scanFile(ctx: FileContext, input: { id: string }): Promise<void> {
  const { organizationId } = ctx.actor
  const record = await read(ctx.db, organizationId, (tx) => loadImport(tx, organizationId, input.id))
  if (record.state !== 'uploaded') return // read already: a job may come twice
  const { kind, mapping } = record
  const scanned = await scanTable(ctx, {
    open: fileOpener(ctx.filesDir, record),
    dialect: readingOf(record).dialect,
    kind,
    before: mapping,
  })
  await mutate(ctx, async (tx) => {
    await changeImport(tx, organizationId, record, { state: 'ready', ...scanned, rowsTotal: scanned.reading.rows })
  })
}

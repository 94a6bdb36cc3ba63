import { mappingGaps } from '@oeuvre/domain/transfers/completeness/rules'
import {
  type ImportCounts,
  type ImportDetail,
  ImportRefusal,
  type ImportState,
  type ImportSummary,
  undoDays,
} from '@oeuvre/domain/transfers/overview/schema'
import type { ImportKind, Mapping } from '@oeuvre/domain/transfers/schema'
import type { ImportRecord } from './repo.ts'

/** An import as the list reads it; `counts` may hold no more than why it failed. */
export type ImportRow = {
  readonly id: string
  readonly kind: ImportKind
  readonly state: ImportState
  readonly file_name: string
  readonly file_size: string
  readonly version: number
  readonly by_id: string
  readonly by_name: string
  readonly created_at: Date
  readonly finished_at: Date | null
  readonly undone_at: Date | null
  readonly rows_done: number
  readonly rows_total: number | null
  readonly counts: Partial<ImportCounts> & { readonly failure?: unknown }
}

function isWhole(counts: ImportRow['counts']): counts is ImportCounts {
  return counts.rows !== undefined && counts.leftOut !== undefined
}

export function presentImport(row: ImportRow, now: Date): ImportSummary {
  const age = row.finished_at ? now.getTime() - row.finished_at.getTime() : null
  const failure = ImportRefusal.safeParse(row.counts.failure)
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    fileName: row.file_name,
    fileSize: Number(row.file_size),
    version: row.version,
    by: { id: row.by_id, name: row.by_name },
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    undoneAt: row.undone_at?.toISOString() ?? null,
    rowsDone: row.rows_done,
    rowsTotal: row.rows_total,
    counts: isWhole(row.counts) ? row.counts : null,
    failure: failure.success ? failure.data : null,
    canUndo: row.state === 'done' && age !== null && age < undoDays * 86_400_000,
  }
}

function gapsOf(mapping: Mapping | null, columns: readonly { profile: Parameters<typeof mappingGaps>[1][number] }[]): ImportRefusal[] {
  if (!mapping) return []
  const gaps = mappingGaps(
    mapping,
    columns.map(({ profile }) => profile),
  )
  return gaps.map(({ code, field, params }) => ({ code, ...(field && { field }), ...(params && { params }) }))
}

export function presentDetail(row: ImportRow, record: ImportRecord, undoLeft: number, now: Date): ImportDetail {
  const reading = 'dialect' in record.reading ? record.reading : null
  const mapping = 'kind' in record.mapping ? record.mapping : null
  return { ...presentImport(row, now), reading, mapping, gaps: gapsOf(mapping, reading?.columns ?? []), undoLeft }
}

import { escapeCell } from '@oeuvre/domain/transfers/cells/rules'
import { stringify } from 'csv-stringify/sync'

/**
 * Texts are made safe for spreadsheets; a number, or an exact decimal that no number could hold, stays as it is, its minus too. Null:
 * an empty cell.
 */
export type CsvCell = string | number | { readonly decimal: string } | null

/** UTF-8 is told to spreadsheets by its mark. */
export const byteOrderMark = '\uFEFF'

function written(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return escapeCell(cell)
  return typeof cell === 'number' ? String(cell) : cell.decimal
}

/** Records as CSV text: comma, CRLF, quotes where needed. */
export function csvLines(records: readonly (readonly CsvCell[])[]): string {
  return stringify(
    records.map((cells) => cells.map(written)),
    { record_delimiter: '\r\n', quoted_match: /[\r\n'"]/ },
  )
}

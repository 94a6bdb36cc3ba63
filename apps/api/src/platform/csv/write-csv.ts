import { escapeCell } from '@oeuvre/domain/transfers/cells/rules'
import { stringify } from 'csv-stringify/sync'

/** Texts are made safe for spreadsheets; numbers are given as numbers and stay as they are. Null: an empty cell. */
export type CsvCell = string | number | null

/** UTF-8 is told to spreadsheets by its mark. */
export const byteOrderMark = '\uFEFF'

/** Records as CSV text: comma, CRLF, quotes where needed. */
export function csvLines(records: readonly (readonly CsvCell[])[]): string {
  const safe = records.map((cells) => cells.map((cell) => (typeof cell === 'string' ? escapeCell(cell) : cell)))
  return stringify(safe, { record_delimiter: '\r\n', quoted_match: /[\r\n'"]/ })
}

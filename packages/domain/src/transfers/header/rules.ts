import { dateShape } from '../dates/rules.ts'
import { decimalShape } from '../decimals/rules.ts'
import { isKnownHeader } from '../words/rules.ts'

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Data rather than a name: a number, a day, an address, a truth value. */
function looksLikeData(cell: string): boolean {
  const text = cell.trim()
  return decimalShape(text) !== null || dateShape(text) !== null || email.test(text) || /^(true|false|vrai|faux)$/i.test(text)
}

/**
 * Whether the first row names the columns. Two known names settle it; otherwise names are filled, all different and none of
 * them looks like data. A file of texts only has a header: forgetting a name is seen at once, losing a row is not.
 */
export function hasHeaderRow(rows: readonly (readonly string[])[]): boolean {
  const first = rows[0] ?? []
  const filled = first.filter((cell) => cell.trim() !== '')
  if (filled.length === 0) return false
  if (filled.filter(isKnownHeader).length >= Math.min(2, filled.length)) return true
  if (filled.some(looksLikeData)) return false
  return new Set(filled).size === filled.length
}

/** The names shown for the columns: the first row's, or numbers where it is data. Blank names get their number too. */
export function columnNames(first: readonly string[], hasHeader: boolean): string[] {
  return first.map((cell, index) => (hasHeader && cell.trim() !== '' ? cell : `#${index + 1}`))
}

import { isStorable, isTooLong, textLimits } from '../../text/storable.ts'
import type { Fault } from '../schema.ts'

type Column<F extends string> = { readonly header: string; readonly field: F | null }
/** One cell that a mapping uses: its column as the mapping has it, and what stands there. */
export type Cell<C> = { readonly column: C; readonly text: string }

/** What a cell holds: its text, or several where our own export wrote a list. A cell that is no such list is one text. */
export function textsOf<C extends { readonly isList: boolean }>(cell: Cell<C>): Cell<C>[] {
  if (!cell.column.isList) return [cell]
  try {
    const list: unknown = JSON.parse(cell.text)
    if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list.map((text) => ({ ...cell, text }))
  } catch {
    // no list
  }
  return [cell]
}

/** A record of blanks, as spreadsheets leave below their last row: no row at all. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** A row must have the fields of its header; blank ones too many (a delimiter at the end of the line) are harmless. */
export function widthFault(cells: readonly string[], width: number): Fault | null {
  if (cells.length === width) return null
  if (cells.length > width && isBlankRow(cells.slice(width))) return null
  const code = cells.length < width ? 'row-too-few-fields' : 'row-too-many-fields'
  return { column: null, value: cells.join(' · ').slice(0, 200), code, params: { expected: width, found: cells.length } }
}

/** Finds the columns of each field once for a whole file. */
export function cellsByField<F extends string, C extends Column<F>>(columns: readonly C[]) {
  const places = new Map<F, { column: C; index: number }[]>()
  for (const [index, column] of columns.entries())
    if (column.field !== null) places.set(column.field, [...(places.get(column.field) ?? []), { column, index }])
  return (cells: readonly string[], field: F): Cell<C>[] =>
    (places.get(field) ?? []).map(({ column, index }) => ({ column, text: cells[index] ?? '' }))
}

export const longestValueShown = 200

/** Collects what is wrong with a row, cell by cell. */
export class RowFaults {
  readonly list: Fault[] = []

  add(cell: Cell<{ header: string }> | null, code: Fault['code'], params?: Fault['params']): void {
    const value = (cell?.text ?? '').slice(0, longestValueShown).toWellFormed().replaceAll('\u0000', '\uFFFD')
    this.list.push({ column: cell?.column.header ?? null, value, code, ...(params ? { params } : {}) })
  }

  /** The text as it stands, after asking whether it can be kept; `''` and a fault when it cannot. */
  text(cell: Cell<{ header: string }> | undefined, max: number = textLimits.line): string {
    if (!cell) return ''
    if (isTooLong(cell.text, max)) this.add(cell, 'text-too-long', { max })
    else if (!isStorable(cell.text)) this.add(cell, 'text-unstorable')
    else return cell.text
    return ''
  }
}

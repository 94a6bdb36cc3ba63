import type { CSSProperties, ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './data-table.module.css'

export type Column<Row> = {
  key: string
  /** Empty for columns of bars, whose figures stand in another. */
  header?: ReactNode
  cell: (row: Row) => ReactNode
  align?: 'left' | 'right'
  width?: number | string
  strong?: boolean
  /** Keeps the cell on one line; figures always are. */
  oneLine?: boolean
  /** `drop` leaves the column out on a phone: tables never scroll sideways. */
  phone?: 'keep' | 'drop'
  /** For sorted columns; the header is then usually a `SortButton`. */
  sort?: 'ascending' | 'descending' | 'none'
  /** This column's cells are the heads of their rows. One at most. */
  rowHeader?: boolean
}

export type DataTableProps<Row> = {
  /** Said by screen readers; shown when `captionShown`. */
  caption: string
  captionShown?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Cells of the last row by column: totals. */
  foot?: Readonly<Record<string, ReactNode>>
  /** 40 px by default; `tight` is 36. */
  tight?: boolean
  /** Rows that are marked (selected, or one's own). */
  isMarked?: (row: Row) => boolean
  isMuted?: (row: Row) => boolean
}

function cellClass<Row>(column: Column<Row>) {
  return classNames(
    column.align === 'right' && styles.right,
    column.phone === 'drop' && styles.wide,
    column.strong && styles.strong,
    (column.oneLine || column.align === 'right') && 'no-break',
    'tabular',
  )
}

/** As a variable, so that a phone may forget it. */
function cellWidth(width: number | string | undefined) {
  if (width === undefined) return undefined
  return { '--column': typeof width === 'number' ? `${width}px` : width } as CSSProperties
}

/** A table under hairlines: rows of 40 px, tabular figures, no frame. */
export function DataTable<Row>({
  caption,
  captionShown = false,
  columns,
  rows,
  rowKey,
  foot,
  tight = false,
  isMarked,
  isMuted,
}: DataTableProps<Row>) {
  const hasHead = columns.some((column) => Boolean(column.header))
  return (
    <table className={styles.table} data-tight={tight || undefined}>
      <caption className={captionShown ? styles.caption : 'visually-hidden'}>{caption}</caption>
      {hasHead && (
        <thead>
          <tr>
            {columns.map((column) =>
              column.header ? (
                <th key={column.key} scope="col" style={cellWidth(column.width)} aria-sort={column.sort} className={cellClass(column)}>
                  {column.header}
                </th>
              ) : (
                <td key={column.key} style={cellWidth(column.width)} className={cellClass(column)} />
              ),
            )}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} data-marked={isMarked?.(row) || undefined} data-muted={isMuted?.(row) || undefined}>
            {columns.map((column) =>
              column.rowHeader ? (
                <th key={column.key} scope="row" style={hasHead ? undefined : cellWidth(column.width)} className={cellClass(column)}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} style={hasHead ? undefined : cellWidth(column.width)} className={cellClass(column)}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {foot && (
        <tfoot>
          <tr>
            {columns.map((column) => (
              <td key={column.key} className={cellClass(column)}>
                {foot[column.key]}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** The head of a column that sorts. */
export function SortButton({
  sort,
  onSort,
  children,
}: {
  sort: 'ascending' | 'descending' | 'none'
  onSort: () => void
  children: ReactNode
}) {
  return (
    <button type="button" className={styles.sort} data-sort={sort} onClick={onSort}>
      {children}
    </button>
  )
}

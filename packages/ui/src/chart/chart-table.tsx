// biome-ignore-all lint/a11y/noRedundantRoles: rows are blocks on a phone, and some browsers then forget what they were
import styles from './chart-table.module.css'
import type { TableData } from './types.ts'

/** A chart's figures as a table. On a phone each row becomes a block, so that nothing scrolls sideways; roles keep it a table to screen readers. */
export function ChartTable({ data }: { data: TableData }) {
  const isWide = data.head.length > 4
  return (
    <table className={styles.table} role="table" data-wide={isWide || undefined}>
      <caption className="visually-hidden">{data.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {data.head.map((head, index) => (
            <th key={head} scope="col" role="columnheader" className={index === 0 ? undefined : styles.figure}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {data.rows.map((row) => (
          <tr key={row.key} role="row">
            <th scope="row" role="rowheader">
              {row.label}
            </th>
            {row.cells.map((cell, index) => (
              <td key={data.head[index + 1]} role="cell" className={styles.figure} data-head={data.head[index + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {data.foot && (
        <tfoot role="rowgroup">
          <tr role="row">
            <th scope="row" role="rowheader">
              {data.foot.label}
            </th>
            {data.foot.cells.map((cell, index) => (
              <td key={data.head[index + 1]} role="cell" className={styles.figure} data-head={data.head[index + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

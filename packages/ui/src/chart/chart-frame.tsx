import { type ReactNode, useState } from 'react'
import { TextButton } from '../actions/text-link.tsx'
import styles from './chart.module.css'
import { ChartTable } from './chart-table.tsx'
import type { TableData } from './types.ts'

export type ChartFrameProps = {
  children: ReactNode
  table: TableData
  texts: { showTable: string; showChart: string }
  /** A title of its own, where the side head does not already carry it; and the figure beside it. */
  title?: ReactNode
  figure?: ReactNode
  note?: ReactNode
  /** Export and the like, beside the switch. */
  actions?: ReactNode
}

/** A chart and its twin: the same figures as a table, one word away. */
export function ChartFrame({ children, table, texts, title, figure, note, actions }: ChartFrameProps) {
  const [isTable, setTable] = useState(false)
  return (
    <figure className={styles.frame}>
      {title && (
        <figcaption className={styles.title}>
          {title}
          {figure && <span>{figure}</span>}
        </figcaption>
      )}
      {isTable ? <ChartTable data={table} /> : children}
      {note && <p className={styles.note}>{note}</p>}
      <div className={styles.tools} data-print="hide">
        <TextButton look="quiet" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {isTable ? texts.showChart : texts.showTable}
        </TextButton>
        {actions}
      </div>
    </figure>
  )
}

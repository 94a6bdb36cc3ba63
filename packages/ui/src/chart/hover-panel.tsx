import styles from './chart.module.css'
import { FillSwatch } from './fill.tsx'
import type { Fill } from './types.ts'

export type PanelRow = { key: string; label: string; text: string; fill?: Fill; isActive?: boolean }

const panelWidth = 208

/** The same figures beside the mark, raised. Hidden from screen readers: the mark itself says them. */
export function HoverPanel({
  title,
  total,
  rows,
  at,
  gap,
  width,
}: {
  title: string
  total?: string
  rows: readonly PanelRow[]
  at: number
  gap: number
  width: number
}) {
  const isLeftHalf = at < width / 2
  const left = isLeftHalf ? Math.min(at + gap, width - panelWidth) : Math.max(0, at - gap - panelWidth)
  return (
    <div className={styles.panel} style={{ left, width: panelWidth }} aria-hidden="true">
      <div className={styles.panelHead}>
        <b>{title}</b>
        {total && <b>{total}</b>}
      </div>
      {rows.map((row) => (
        <div key={row.key} className={styles.panelRow} data-active={row.isActive || undefined}>
          {row.fill !== undefined && <FillSwatch fill={row.fill} />}
          <span>{row.label}</span>
          <span>{row.text}</span>
        </div>
      ))}
    </div>
  )
}

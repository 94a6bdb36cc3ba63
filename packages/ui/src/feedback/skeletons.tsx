import type { CSSProperties, ReactNode } from 'react'
import styles from './skeletons.module.css'

/** Says once, to those who cannot see it, that something is coming; what is drawn is hidden from them. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="status" className={styles.loading}>
      <span className="visually-hidden">{label}</span>
      <div aria-hidden="true">{children}</div>
    </div>
  )
}

const lineWidths = ['94%', '100%', '88%', '97%', '62%'] as const
const columnHeights = [30, 36, 22, 28, 40, 44, 46, 50, 56, 56, 46, 84] as const

function numbers(count: number) {
  return Array.from({ length: count }, (_, index) => index)
}

/** Lines of text; the last one is short. */
export function LineSkeleton({ lines = 3, size = 'text' }: { lines?: number; size?: 'text' | 'title' | 'display' }) {
  return (
    <div className={styles.lines} data-size={size}>
      {numbers(lines).map((line) => (
        <i key={line} style={{ width: line === lines - 1 ? '62%' : lineWidths[line % lineWidths.length] }} />
      ))}
    </div>
  )
}

/** Rows of a list or table, 40 px each, `widths` in per cent. */
export function RowSkeleton({ rows = 6, widths = [34, 12, 12, 20] }: { rows?: number; widths?: readonly number[] }) {
  return (
    <div className={styles.rows}>
      {numbers(rows).map((row) => (
        <div key={row}>
          {widths.map((width, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a skeleton never move
            <i key={column} style={{ width: `${column === 0 ? width - ((row * 7) % 11) : width}%` }} />
          ))}
        </div>
      ))}
    </div>
  )
}

/** The columns of a chart. */
export function BarSkeleton({ height = 300 }: { height?: number }) {
  return (
    <div className={styles.bars} style={{ height } as CSSProperties}>
      {columnHeights.map((share, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a skeleton never move
        <i key={index} style={{ height: `${share}%` }} />
      ))}
    </div>
  )
}

/** Headline figures under their rules. */
export function FigureSkeleton({ figures = 4 }: { figures?: number }) {
  return (
    <div className={styles.figures}>
      {numbers(figures).map((figure) => (
        <div key={figure}>
          <i style={{ width: '56%', height: 12 }} />
          <i style={{ width: '44%', height: 40, marginTop: 18 }} />
          <i style={{ width: '72%', height: 12, marginTop: 14 }} />
        </div>
      ))}
    </div>
  )
}

/** A story with its plate. */
export function TeaserSkeleton({ picture = true }: { picture?: boolean }) {
  return (
    <div className={styles.teaser}>
      {picture && <i className={styles.plate} />}
      <LineSkeleton lines={1} size="title" />
      <LineSkeleton lines={3} />
    </div>
  )
}

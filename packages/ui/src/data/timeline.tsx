import type { ReactNode } from 'react'
import styles from './timeline.module.css'

export type TimelineItem = {
  key: string
  /** Who did what; `<b>` the deed, `<Change>` what it was and what it became. */
  children: ReactNode
  /** The moment in words; leave it out for steps that are still to come. */
  at?: ReactNode
  /** The moment for machines. */
  dateTime?: string
  /** A filled dot: it decided something. */
  weighty?: boolean
}

/** A history: who, when, what changed. The newest first, or the steps to come in order. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {items.map((item) => (
        <li key={item.key} data-weighty={item.weighty || undefined}>
          {item.children}
          {item.at && <time dateTime={item.dateTime}>{item.at}</time>}
        </li>
      ))}
    </ol>
  )
}

/** Before and after. */
export function Change({ before, after }: { before: ReactNode; after: ReactNode }) {
  return (
    <>
      <del className={styles.before}>{before}</del> <ins className={styles.after}>{after}</ins>
    </>
  )
}

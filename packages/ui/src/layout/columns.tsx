import type { ReactNode } from 'react'
import styles from './columns.module.css'

/** An article or a form of 632 px with a column of 264 px beside it; one under the other on a phone. */
export function ReadColumns({ children, aside, asideLabel }: { children: ReactNode; aside?: ReactNode; asideLabel?: string }) {
  return (
    <div className={styles.read}>
      <div>{children}</div>
      {aside && <aside aria-label={asideLabel}>{aside}</aside>}
    </div>
  )
}

/** Work beside work, seven to five. */
export function WorkColumns({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className={styles.work}>
      <div>{children}</div>
      <div>{side}</div>
    </div>
  )
}

/** Two panes that scroll apart: a list of 336 px and what is chosen in it; `foot` stays at the bottom of the second. */
export function TwoPane({
  list,
  listLabel,
  children,
  detailLabel,
  foot,
}: {
  list: ReactNode
  listLabel: string
  children: ReactNode
  detailLabel: string
  foot?: ReactNode
}) {
  return (
    <div className={styles.panes}>
      <section className={styles.list} aria-label={listLabel}>
        {list}
      </section>
      <section className={styles.detail} aria-label={detailLabel}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <div className={styles.scroll} tabIndex={0}>
          {children}
        </div>
        {foot}
      </section>
    </div>
  )
}

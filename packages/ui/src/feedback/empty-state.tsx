import type { ReactNode } from 'react'
import styles from './feedback.module.css'

/** What will be here, and the first step. `plate` takes a blank `Plate`; `small` is for a part of a page. */
export function EmptyState({
  title,
  children,
  actions,
  plate,
  small = false,
}: {
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  plate?: ReactNode
  small?: boolean
}) {
  return (
    <div className={styles.empty} data-small={small || undefined}>
      {plate}
      <h2>{title}</h2>
      {children && <div className={styles.emptyText}>{children}</div>}
      {actions && <div className={styles.emptyActions}>{actions}</div>}
    </div>
  )
}

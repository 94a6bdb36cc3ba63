import type { ReactNode } from 'react'
import styles from './actions.module.css'

/** The actions at the foot of a pane; on a phone it stays above the bottom bar, the main action first and full width. */
export function Toolbar({ label, children, note }: { label: string; children: ReactNode; note?: ReactNode }) {
  return (
    <div role="toolbar" aria-label={label} className={styles.toolbar} data-print="hide">
      {children}
      {note && <div className={styles.toolbarNote}>{note}</div>}
    </div>
  )
}

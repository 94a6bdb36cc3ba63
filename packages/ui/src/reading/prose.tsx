import type { ReactNode } from 'react'
import styles from './reading.module.css'

/** Story text: headings, paragraphs and quotes in the telling voice. `compact` is the size of working pages. */
export function Prose({ children, compact = false }: { children: ReactNode; compact?: boolean }) {
  return (
    <div className={styles.prose} data-compact={compact || undefined}>
      {children}
    </div>
  )
}

/** The standfirst of a story. */
export function Lead({ children }: { children: ReactNode }) {
  return <p className={styles.lead}>{children}</p>
}

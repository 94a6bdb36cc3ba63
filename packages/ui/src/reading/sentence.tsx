import type { ReactNode } from 'react'
import styles from './reading.module.css'

/** The sentence written from the figures; each linked figure in it opens onto its stories. */
export function Sentence({ children, small = false, byline }: { children: ReactNode; small?: boolean; byline?: ReactNode }) {
  return (
    <div>
      <p className={styles.sentence} data-small={small || undefined}>
        {children}
      </p>
      {byline && <p className={styles.byline}>{byline}</p>}
    </div>
  )
}

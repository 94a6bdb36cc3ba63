import type { ReactNode } from 'react'
import styles from './reading.module.css'

/** Words somebody said. `thanks` is italic (thanks, and those in the shade); `display` hangs its opening mark; `ruled` stands inside a story. */
export function Quote({ children, by, look = 'display' }: { children: ReactNode; by?: ReactNode; look?: 'display' | 'thanks' | 'ruled' }) {
  return (
    <blockquote className={styles.quote} data-look={look}>
      <p>{children}</p>
      {by && <footer>{by}</footer>}
    </blockquote>
  )
}

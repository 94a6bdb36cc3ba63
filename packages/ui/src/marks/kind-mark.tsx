import type { ReactNode } from 'react'
import styles from './marks.module.css'
import type { Pigment } from './pigment.ts'
import { Swatch } from './swatch.tsx'

/** The type of a result: its pigment and its word. */
export function KindMark({ pigment, children }: { pigment: Pigment; children: ReactNode }) {
  return (
    <span className={styles.kind}>
      <Swatch pigment={pigment} />
      {children}
    </span>
  )
}

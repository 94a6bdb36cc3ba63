import styles from './marks.module.css'
import { type Pigment, pigmentColor } from './pigment.ts'

/** The square of a type's pigment; decorative, a word always stands beside it. */
export function Swatch({ pigment }: { pigment: Pigment }) {
  return (
    <i
      aria-hidden="true"
      className={styles.swatch}
      data-other={pigment === 'other' || undefined}
      style={{ background: pigmentColor(pigment) }}
    />
  )
}

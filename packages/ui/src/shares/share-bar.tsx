import { hatchClass } from './hatch.ts'
import type { Band } from './role.ts'
import styles from './shares.module.css'

export type ShareBand = Band & { key: string }

/** The bar of shares at rest. Bands of weight 0 (thanked) are not drawn. With a label it is an image, else decorative. */
export function ShareBar({ bands, height = 16, label }: { bands: readonly ShareBand[]; height?: 8 | 16 | 24; label?: string }) {
  const drawn = bands.filter((band) => band.share > 0)
  const parts = drawn.map((band) => (
    <div key={band.key} style={{ flexGrow: band.share }}>
      <i className={hatchClass(band.role)} style={{ height }} />
    </div>
  ))
  if (label === undefined)
    return (
      <div className={styles.bar} aria-hidden="true">
        {parts}
      </div>
    )
  return (
    <div className={styles.bar} role="img" aria-label={label}>
      {parts}
    </div>
  )
}

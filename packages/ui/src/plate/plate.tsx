import { classNames } from '../class-names.ts'
import { type Pigment, pigmentColor } from '../marks/pigment.ts'
import type { Band } from '../shares/role.ts'
import { type Engraving, engrave } from './engrave.ts'
import type { MotifName } from './motifs.ts'
import styles from './plate.module.css'

/** `wide`: across a page; `card`: half of it; `small`: a third, or a list; `tall`: beside a form. */
export type PlateShape = 'wide' | 'card' | 'small' | 'tall'
const shapes: Record<PlateShape, { width: number; height: number; step: number }> = {
  wide: { width: 976, height: 376, step: 6 },
  card: { width: 476, height: 248, step: 5 },
  small: { width: 312, height: 176, step: 4 },
  tall: { width: 640, height: 900, step: 7 },
}

export type PlateProps = {
  id: string
  bands: readonly Band[]
  pigment: Pigment
  shape?: PlateShape
  motif?: MotifName | 'blank'
  /** Fills its parent instead of keeping its own proportions. */
  fill?: boolean
  className?: string
}

/** A page or two of stories. */
const most = 120
const engravings = new Map<string, Engraving>()

/** Each once, also for those who come back to a page: to engrave one costs milliseconds. */
function engraved({ id, bands, motif, shape }: Pick<PlateProps, 'id' | 'bands' | 'motif'> & { shape: PlateShape }): Engraving {
  const key = [id, shape, motif, ...bands.map((band) => `${band.share}${band.role}`)].join()
  const engraving = engravings.get(key) ?? engrave({ id, bands, motif, ...shapes[shape] })
  // What was shown last is the last to go.
  engravings.delete(key)
  engravings.set(key, engraving)
  for (const oldest of engravings.keys()) {
    if (engravings.size <= most) break
    engravings.delete(oldest)
  }
  return engraving
}

/** A story's picture: an engraving drawn from its own split. Deterministic, decorative, nothing to store. */
export function Plate({ id, bands, pigment, shape = 'wide', motif, fill = false, className }: PlateProps) {
  const engraving = engraved({ id, bands, motif, shape })
  return (
    <svg
      className={classNames(styles.plate, className)}
      data-fill={fill || undefined}
      data-blank={motif === 'blank' || undefined}
      viewBox={engraving.viewBox}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      {engraving.paths.map((path, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bands have no identity but their place
        <path key={index} d={path} fill={pigmentColor(pigment)} />
      ))}
    </svg>
  )
}

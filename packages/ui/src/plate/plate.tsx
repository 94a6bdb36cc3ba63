import { useMemo } from 'react'
import { classNames } from '../class-names.ts'
import { type Pigment, pigmentColor } from '../marks/pigment.ts'
import type { Band } from '../shares/role.ts'
import { engrave } from './engrave.ts'
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

/** A story's picture: an engraving drawn from its own split. Deterministic, decorative, nothing to store. */
export function Plate({ id, bands, pigment, shape = 'wide', motif, fill = false, className }: PlateProps) {
  const split = bands.map((band) => `${band.share}${band.role}`).join()
  // The split is compared by content: callers make a new array on every render, and engraving one costs milliseconds.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `split` stands for `bands`
  const engraving = useMemo(() => engrave({ id, bands, motif, ...shapes[shape] }), [id, split, motif, shape])
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

import type { CSSProperties } from 'react'
import { pigmentColor } from '../marks/pigment.ts'
import styles from './chart.module.css'
import type { Fill } from './types.ts'

export type Paint = { fill: string; stroke?: string; strokeDasharray?: string }

/** How a mark is painted; `patternId` names the hatch of its chart (`HatchPattern`). */
export function paintOf(fill: Fill, patternId: string): Paint {
  switch (fill) {
    case 'solid':
      return { fill: 'var(--oe-ink)' }
    case 'hatched':
      return { fill: `url(#${patternId})`, stroke: 'var(--oe-ink)' }
    case 'stone':
      return { fill: 'var(--oe-stone)' }
    case 'hollow':
      return { fill: 'none', stroke: 'var(--oe-ink)' }
    case 'dotted':
      return { fill: 'none', stroke: 'var(--oe-ink-4)', strokeDasharray: '1.5 2' }
    case 'other':
      return { fill: 'var(--oe-stone)', stroke: 'var(--oe-ink-4)' }
    default:
      return { fill: pigmentColor(fill) }
  }
}

/** How a line of the same series is drawn: hue where it has one, else by dash and weight. */
export function strokeOf(fill: Fill): { stroke: string; strokeWidth: number; strokeDasharray?: string } {
  switch (fill) {
    case 'solid':
      return { stroke: 'var(--oe-ink)', strokeWidth: 2 }
    case 'hatched':
      return { stroke: 'var(--oe-ink)', strokeWidth: 1.5, strokeDasharray: '6 4' }
    case 'stone':
      return { stroke: 'var(--oe-ink-4)', strokeWidth: 2 }
    case 'hollow':
      return { stroke: 'var(--oe-ink-3)', strokeWidth: 1 }
    case 'dotted':
      return { stroke: 'var(--oe-ink-4)', strokeWidth: 1.5, strokeDasharray: '1.5 4' }
    case 'other':
      return { stroke: 'var(--oe-ink-4)', strokeWidth: 1 }
    default:
      return { stroke: pigmentColor(fill), strokeWidth: 2 }
  }
}

/** What is not over yet: 16 % of the fill and a dashed outline. */
export function unfinishedPaint(paint: Paint): Paint & { fillOpacity: number } {
  const stroke = paint.stroke ?? paint.fill
  return { fill: paint.fill === 'none' ? stroke : paint.fill, fillOpacity: 0.16, stroke, strokeDasharray: '2 2.5' }
}

/** The diagonal hatch, to be put once into the `<defs>` of a chart. */
export function HatchPattern({ id }: { id: string }) {
  return (
    <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="1.8" height="4" fill="var(--oe-ink)" />
    </pattern>
  )
}

/** A rectangle painted; outlines lie inside it, so that neighbours keep their distance. */
export function PaintedRect({
  x,
  y,
  width,
  height,
  paint,
  opacity,
}: {
  x: number
  y: number
  width: number
  height: number
  paint: Paint
  opacity?: number
}) {
  const inset = paint.stroke ? 0.5 : 0
  return (
    <rect
      x={x + inset}
      y={y + inset}
      width={Math.max(0.5, width - 2 * inset)}
      height={Math.max(0.5, height - 2 * inset)}
      fillOpacity={opacity}
      {...paint}
    />
  )
}

/** The square of a key. */
export function FillSwatch({ fill }: { fill: Fill }) {
  const isPigment = typeof fill === 'number' || fill === 'other'
  const style: CSSProperties | undefined = isPigment ? { background: pigmentColor(fill) } : undefined
  return <i aria-hidden="true" className={styles.swatch} data-fill={isPigment && fill !== 'other' ? 'pigment' : fill} style={style} />
}

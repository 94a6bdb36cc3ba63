import styles from './chart.module.css'

export type SparklineProps = {
  /** Oldest first; `null` is a gap and is not joined. */
  values: readonly (number | null)[]
  /** Indexes of the chosen stretch, both included; drawn in ink. */
  chosen?: readonly [number, number]
  /** The last value is not final: its stretch is dotted. */
  isLastUnfinished?: boolean
  width?: number
  height?: number
}

type Stretch = { from: number; to: number; look: 'past' | 'chosen' | 'unfinished' }

const looks = {
  past: { stroke: 'var(--oe-ink-4)', strokeWidth: 1.25 },
  chosen: { stroke: 'var(--oe-ink)', strokeWidth: 2 },
  unfinished: { stroke: 'var(--oe-ink-4)', strokeWidth: 1.25, strokeDasharray: '1.5 3' },
} as const

function stretches(count: number, chosen: readonly [number, number] | undefined, isLastUnfinished: boolean): Stretch[] {
  const end = isLastUnfinished ? count - 2 : count - 1
  const parts: Stretch[] = chosen
    ? [
        { from: 0, to: chosen[0], look: 'past' },
        { from: chosen[0], to: Math.min(chosen[1], end), look: 'chosen' },
        { from: chosen[1], to: end, look: 'past' },
      ]
    : [{ from: 0, to: end, look: 'past' }]
  if (isLastUnfinished) parts.push({ from: count - 2, to: count - 1, look: 'unfinished' })
  return parts.filter((part) => part.to > part.from && part.from >= 0)
}

/** A line without axes under a headline figure; decorative, the words above it say the same. Plain SVG: it loads no chart library. */
export function Sparkline({ values, chosen, isLastUnfinished = false, width = 226, height = 40 }: SparklineProps) {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return null
  const [max, min] = [Math.max(...known), Math.min(...known) * 0.7]
  const x = (index: number) => 1 + (index * (width - 2)) / (values.length - 1)
  const y = (value: number) => height - 3 - ((value - min) / (max - min || 1)) * (height - 8)
  const path = ({ from, to }: Stretch) => {
    let pen = 'M'
    let d = ''
    for (let index = from; index <= to; index++) {
      const value = values[index]
      if (value === null || value === undefined) {
        pen = 'M'
        continue
      }
      d += `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`
      pen = 'L'
    }
    return d
  }
  return (
    <svg
      className={styles.plain}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      style={{ fill: 'none' }}
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      {stretches(values.length, chosen, isLastUnfinished).map((stretch) => (
        <path key={`${stretch.look}${stretch.from}`} d={path(stretch)} {...looks[stretch.look]} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  )
}

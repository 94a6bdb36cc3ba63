import styles from './chart.module.css'
import { phoneWidth } from './prepare-columns.ts'
import { useWidth } from './use-width.ts'

/** Fewer than this and a band would be a person. */
const fewest = 8

export type PeopleStripProps = {
  /** Shares of the whole, largest first: one band a person, nobody named. */
  shares: readonly number[]
  /** How many of the first made half of it. */
  half: number
  label: string
  firstText: string
  otherText: string
}

/** How concentrated results are. It draws nothing for fewer than eight people, and no mark reacts: nobody can be found out. */
export function PeopleStrip({ shares, half, label, firstText, otherText }: PeopleStripProps) {
  const { ref, width } = useWidth<HTMLDivElement>()
  if (shares.length < fewest) return null
  const isPhone = width < phoneWidth
  const gap = shares.length > width / 6 ? 0.5 : isPhone ? 1 : 2
  const room = width - gap * (shares.length - 1)
  const total = shares.reduce((sum, share) => sum + share, 0)
  let left = 0
  const bands = shares.map((share) => {
    const band = { left, width: (room * share) / total }
    left += band.width + gap
    return band
  })
  const middle = (bands[half - 1]?.left ?? 0) + (bands[half - 1]?.width ?? 0)
  return (
    <div className={styles.chart}>
      <div ref={ref} className={styles.drawing} style={{ height: 92 }}>
        {width > 0 && (
          <svg role="img" aria-label={label} width={width} height={92}>
            <text className="strong" x={0} y={11}>
              {firstText}
            </text>
            <path d={`M.5 22v-5H${middle - 0.5}v5`} fill="none" stroke="var(--oe-ink)" />
            {bands.map((band, index) => (
              <rect
                key={band.left}
                x={band.left}
                y={28}
                width={band.width}
                height={32}
                fill={index < half ? 'var(--oe-ink)' : 'var(--oe-stone)'}
              />
            ))}
            <path d={`M${middle + gap + 0.5} 66v5H${width - 0.5}v-5`} fill="none" stroke="var(--oe-ink-4)" />
            <text className="word" x={isPhone ? width : middle + gap} y={88} textAnchor={isPhone ? 'end' : 'start'}>
              {otherText}
            </text>
          </svg>
        )}
      </div>
    </div>
  )
}

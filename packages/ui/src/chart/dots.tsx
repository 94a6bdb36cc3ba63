import { useState } from 'react'
import styles from './chart.module.css'
import { PointLayer } from './point-layer.tsx'
import { type DotGrid, dotGrid } from './prepare-dots.ts'
import { labelWidth } from './prepare-labels.ts'
import type { Open } from './types.ts'
import { useWidth } from './use-width.ts'

export type DotGroup = {
  key: string
  count: number
  /** The count in words, and what it counts. */
  text: string
  label: string
  look: 'full' | 'hollow' | 'point'
  /** Nothing is behind it to open. */
  isClosed?: boolean
  /** How many of them led to a result: drawn in ink, first, with a bracket beneath. */
  led?: { count: number; text: string; label: string }
}

export type DotsProps = {
  groups: readonly DotGroup[]
  label: string
  onOpen?: Open
  /** Written beneath where one dot has to stand for several. */
  perText?: (per: number) => string
}

function Dot({ x, y, radius, look, isLed }: { x: number; y: number; radius: number; look: DotGroup['look']; isLed: boolean }) {
  if (isLed) return <circle cx={x} cy={y} r={radius + 0.5} fill="var(--oe-ink)" />
  if (look === 'full') return <circle cx={x} cy={y} r={radius - 0.25} fill="var(--oe-stone)" />
  if (look === 'hollow') return <circle cx={x} cy={y} r={radius - 0.5} fill="none" stroke="var(--oe-ink-4)" />
  return <circle cx={x} cy={y} r={radius > 4 ? 1.5 : 1} fill="var(--oe-ink-4)" />
}

const headHeight = 48

function Group({ group, left, grid, rows }: { group: DotGroup; left: number; grid: DotGrid; rows: number }) {
  const count = Math.ceil(group.count / grid.per)
  const led = group.led && group.led.count > 0 ? Math.ceil(group.led.count / grid.per) : 0
  const place = (index: number) => ({
    x: left + Math.floor(index / grid.rows) * grid.pitch + grid.radius + 1,
    y: headHeight + (index % grid.rows) * grid.pitch + grid.radius + 1,
  })
  const base = headHeight + rows * grid.pitch + 4
  const end = left + Math.ceil(led / grid.rows) * grid.pitch - (grid.pitch - 2 * grid.radius) / 2
  return (
    <g>
      <text className="strong" x={left} y={14}>
        {group.text}
      </text>
      <text x={left} y={32}>
        {group.label}
      </text>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike
        <Dot key={index} {...place(index)} radius={grid.radius} look={group.look} isLed={index < led} />
      ))}
      {group.led && led > 0 && (
        <>
          <path d={`M${left + 0.5} ${base}v6H${end}v-6`} fill="none" stroke="var(--oe-ink)" strokeWidth={1.25} />
          <text x={left} y={base + 24}>
            <tspan className="strong">{group.led.text}</tspan> <tspan className="word">{group.led.label}</tspan>
          </text>
        </>
      )}
    </g>
  )
}

/** One account, one dot: those that led to a result in ink, the active in stone, the dormant hollow, the abandoned a point. */
export function Dots({ groups, label, onOpen, perText }: DotsProps) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const [active, setActive] = useState<number>()
  const held = groups.filter((group) => group.count > 0)
  const grid = dotGrid(
    held.map((group) => group.count),
    width,
  )
  const gap = width < 500 ? 14 : 24
  let next = 0
  const lefts = held.map((group, index) => {
    const left = next
    const own = (grid.columns[index] ?? 0) * grid.pitch
    next += Math.max(own, Math.min(labelWidth(group.label), width / held.length - gap)) + gap
    return left
  })
  // No taller than its tallest column.
  const rows = Math.min(grid.rows, Math.max(0, ...held.map((group) => Math.ceil(group.count / grid.per))))
  const height = headHeight + rows * grid.pitch + 36
  const points = held.map((group, index) => ({
    key: group.key,
    label: [`${group.text} ${group.label}`, ...(group.led ? [`${group.led.text} ${group.led.label}`] : [])].join(', '),
    left: lefts[index] ?? 0,
    top: 0,
    width: Math.max(44, (grid.columns[index] ?? 0) * grid.pitch),
    height: headHeight + rows * grid.pitch,
    isClosed: group.isClosed ?? false,
  }))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a figure's parts are marks, not form fields
    <div role="group" aria-label={label} className={styles.chart}>
      <div ref={ref} className={styles.drawing} style={{ height }}>
        {width > 0 && (
          <>
            <svg aria-hidden="true" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
              {held.map((group, index) => (
                <Group key={group.key} group={group} left={lefts[index] ?? 0} grid={grid} rows={rows} />
              ))}
            </svg>
            <PointLayer
              points={points}
              active={active}
              entry={0}
              onActive={setActive}
              onOpen={onOpen && ((index) => onOpen(held[index]?.key ?? ''))}
            />
          </>
        )}
      </div>
      {grid.per > 1 && perText && <p className={styles.note}>{perText(grid.per)}</p>}
    </div>
  )
}

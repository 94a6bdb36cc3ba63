import { useState } from 'react'
import { type Pigment, pigmentColor } from '../marks/pigment.ts'
import styles from './chart.module.css'
import { HoverPanel } from './hover-panel.tsx'
import { PointLayer } from './point-layer.tsx'
import { phoneWidth } from './prepare-columns.ts'
import { labelWidth } from './prepare-labels.ts'
import type { Open } from './types.ts'
import { useWidth } from './use-width.ts'

export type LaneMark = {
  key: string
  lane: string
  /** From 0 (the start of the axis) to 1. */
  at: number
  pigment: Pigment
  /** "Le message de 6 h 12, client gagné, 14 septembre 2026". */
  say: string
  title: string
  note: string
}

export type LanesProps = {
  lanes: readonly { key: string; label: string; figure: string }[]
  /** In the order of time. */
  marks: readonly LaneMark[]
  ticks: readonly { at: number; label: string }[]
  label: string
  onOpen?: Open
}

const rowHeight = 32

/** One square a result, at its date, in the colour of its type; one lane a role. */
export function Lanes({ lanes, marks, ticks, label, onOpen }: LanesProps) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const [active, setActive] = useState<number>()
  const isPhone = width < phoneWidth
  const left = Math.max(...lanes.map((lane) => labelWidth(lane.label)), 0) + (isPhone ? 36 : 56)
  const height = rowHeight * lanes.length + 36
  const x = (at: number) => left + 5 + (width - left - 10) * at
  const y = (lane: string) => rowHeight * lanes.findIndex((item) => item.key === lane) + rowHeight / 2
  const points = marks.map((mark) => ({
    key: mark.key,
    label: mark.say,
    left: x(mark.at) - 12,
    top: y(mark.lane) - 12,
    width: 24,
    height: 24,
  }))
  const shown = active === undefined ? undefined : marks[active]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a figure's parts are marks, not form fields
    <div role="group" aria-label={label} className={styles.chart}>
      <div ref={ref} className={styles.drawing} style={{ height }}>
        {width > 0 && (
          <>
            <svg aria-hidden="true" width={width} height={height}>
              {lanes.map((lane) => (
                <LaneLine key={lane.key} lane={lane} y={y(lane.key)} left={left} width={width} />
              ))}
              {ticks.map((tick) => (
                <g key={tick.label}>
                  <line x1={x(tick.at)} x2={x(tick.at)} y1={height - 36} y2={height - 31} stroke="var(--oe-ink-4)" />
                  <text x={x(tick.at)} y={height - 14}>
                    {tick.label}
                  </text>
                </g>
              ))}
              {marks.map((mark) => (
                <rect
                  key={mark.key}
                  x={x(mark.at) - 5}
                  y={y(mark.lane) - 5}
                  width={10}
                  height={10}
                  rx={2}
                  fill={pigmentColor(mark.pigment)}
                  stroke={mark.pigment === 'other' ? 'var(--oe-ink-4)' : undefined}
                />
              ))}
            </svg>
            <PointLayer
              points={points}
              active={active}
              onActive={setActive}
              onOpen={onOpen && ((index) => onOpen(marks[index]?.key ?? ''))}
            >
              {shown && (
                <HoverPanel
                  title={shown.title}
                  rows={[{ key: 'note', label: shown.note, text: '' }]}
                  at={x(shown.at)}
                  gap={14}
                  width={width}
                />
              )}
            </PointLayer>
          </>
        )}
      </div>
    </div>
  )
}

function LaneLine({ lane, y, left, width }: { lane: LanesProps['lanes'][number]; y: number; left: number; width: number }) {
  return (
    <g>
      <text className="word" x={0} y={y + 4.5}>
        {lane.label}
      </text>
      <text className="strong" x={left - 18} y={y + 4.5} textAnchor="end">
        {lane.figure}
      </text>
      <line x1={left} x2={width} y1={y + 0.5} y2={y + 0.5} stroke="var(--oe-line)" shapeRendering="crispEdges" />
    </g>
  )
}

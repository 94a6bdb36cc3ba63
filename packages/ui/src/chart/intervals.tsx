import { useState } from 'react'
import styles from './chart.module.css'
import { PointLayer } from './point-layer.tsx'
import { phoneWidth } from './prepare-columns.ts'
import { labelWidth } from './prepare-labels.ts'
import { axisTop, niceTicks } from './prepare-ticks.ts'
import type { IntervalRow, Open } from './types.ts'
import { useWidth } from './use-width.ts'

export type IntervalsProps = {
  rows: readonly IntervalRow[]
  label: string
  formatTick: (value: number) => string
  onOpen?: Open
}

type Frame = {
  isPhone: boolean
  width: number
  height: number
  left: number
  right: number
  top: number
  row: number
  x: (value: number) => number
}

function frameOf(rows: readonly IntervalRow[], width: number): Frame & { ticks: number[] } {
  const isPhone = width < phoneWidth
  const left = isPhone ? 0 : Math.min(200, Math.max(96, ...rows.map((row) => labelWidth(row.label) + 24)))
  const right = isPhone ? 0 : Math.max(72, ...rows.map((row) => labelWidth(row.text) + 32))
  const [top, row] = isPhone ? [22, 44] : [14, 28]
  const max = axisTop(Math.max(...rows.map((item) => item.high), 0))
  return {
    isPhone,
    width,
    left,
    right,
    top,
    row,
    height: top + row * rows.length + 28,
    ticks: niceTicks(max, { count: 4 }),
    x: (value) => left + ((width - left - right) * value) / max,
  }
}

function Grid({ frame, ticks, formatTick }: { frame: Frame; ticks: readonly number[]; formatTick: (value: number) => string }) {
  return ticks.map((tick) => {
    const x = Math.round(frame.x(tick)) + 0.5
    const isStart = frame.isPhone && tick === 0
    return (
      <g key={tick}>
        {!isStart && (
          <line
            x1={x}
            x2={x}
            y1={frame.top - 8}
            y2={frame.height - 24}
            stroke={tick === 0 ? 'var(--oe-ink-4)' : 'var(--oe-line)'}
            shapeRendering="crispEdges"
          />
        )}
        <text x={isStart ? 0 : x} y={frame.height - 8} textAnchor={isStart ? 'start' : 'middle'}>
          {formatTick(tick)}
        </text>
      </g>
    )
  })
}

function Row({ row, y, frame }: { row: IntervalRow; y: number; frame: Frame }) {
  const hollow = row.fill === 'hollow'
  const [low, middle, high] = [frame.x(row.low), frame.x(row.middle), frame.x(row.high)]
  const wordsY = frame.isPhone ? y - 12 : y + 4.5
  return (
    <g>
      <g stroke="var(--oe-ink)" strokeWidth={1.5}>
        <line x1={low} x2={high} y1={y} y2={y} strokeWidth={hollow ? 1.5 : 2} />
        <line x1={low} x2={low} y1={y - 4} y2={y + 4} />
        <line x1={high} x2={high} y1={y - 4} y2={y + 4} />
      </g>
      <circle cx={middle} cy={y} r={5.5} fill={hollow ? 'var(--oe-paper)' : 'var(--oe-ink)'} stroke="var(--oe-ink)" strokeWidth={1.75} />
      <text className="word" data-halo="" x={0} y={wordsY}>
        {row.label}
      </text>
      <text className="strong" data-halo="" x={frame.width} y={wordsY} textAnchor="end">
        {row.text}
      </text>
    </g>
  )
}

/** Estimates with their intervals on one scale. Whoever shows it also says what an overlap forbids to say. */
export function Intervals({ rows, label, formatTick, onOpen }: IntervalsProps) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const [active, setActive] = useState<number>()
  const frame = frameOf(rows, width)
  const yOf = (index: number) => frame.top + frame.row * index + (frame.isPhone ? 16 : 6)
  const points = rows.map((row, index) => ({
    key: row.key,
    label: `${row.label}, ${row.text}, ${row.range}`,
    left: 0,
    top: yOf(index) - (frame.isPhone ? 26 : 13),
    width,
    height: frame.isPhone ? 38 : 26,
  }))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a figure's parts are marks, not form fields
    <div role="group" aria-label={label} className={styles.chart}>
      <div ref={ref} className={styles.drawing} style={{ height: frame.height }}>
        {width > 0 && (
          <>
            <svg aria-hidden="true" width={width} height={frame.height} viewBox={`0 0 ${width} ${frame.height}`}>
              <Grid frame={frame} ticks={frame.ticks} formatTick={formatTick} />
              {rows.map((row, index) => (
                <Row key={row.key} row={row} y={yOf(index)} frame={frame} />
              ))}
            </svg>
            <PointLayer
              points={points}
              active={active}
              entry={0}
              onActive={setActive}
              onOpen={onOpen && ((index) => onOpen(rows[index]?.key ?? ''))}
              onKey={() => false}
            />
          </>
        )}
      </div>
    </div>
  )
}

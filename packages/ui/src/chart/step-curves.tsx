import { useState } from 'react'
import { Area, ComposedChart, Line, XAxis, YAxis } from 'recharts'
import styles from './chart.module.css'
import { HoverPanel } from './hover-panel.tsx'
import { PointLayer } from './point-layer.tsx'
import { type StepCurve, type StepRow, stepRows } from './prepare-steps.ts'
import { StepAxes, StepEnds, type StepFrame, type StepMark, StepMarks, type StepTick, stepFrame } from './step-words.tsx'
import type { Open } from './types.ts'
import { useWidth } from './use-width.ts'

export type StepCurvesProps = {
  curves: readonly StepCurve[]
  /** The moments that are compared: 3, 6, 12 months. `say` is read aloud before the shares. */
  marks: readonly StepMark[]
  ticks: readonly StepTick[]
  /** The end of the time axis, in the unit of `at`. */
  until: number
  label: string
  formatShare: (share: number) => string
  onOpen?: Open
}

const strokes = {
  solid: { stroke: 'var(--oe-ink)', strokeWidth: 2.25 },
  dashed: { stroke: 'var(--oe-ink-2)', strokeWidth: 1.75, strokeDasharray: '5 3.5' },
} as const

function Drawing({ curves, frame, until }: { curves: readonly StepCurve[]; frame: StepFrame; until: number }) {
  return (
    <ComposedChart
      width={frame.width}
      height={frame.height}
      data={stepRows(curves)}
      margin={{ top: frame.top, right: frame.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis
        dataKey="at"
        type="number"
        domain={[0, until]}
        height={frame.bottom}
        tick={false}
        tickLine={false}
        axisLine={false}
        allowDataOverflow
      />
      <YAxis domain={[0, 1]} width={frame.left} tick={false} tickLine={false} axisLine={false} />
      {curves.map((curve, index) => (
        <Area
          key={`${curve.key} band`}
          type="stepAfter"
          dataKey={(row: StepRow) => row.bands[index] ?? null}
          fill="var(--oe-ink)"
          fillOpacity={0.07}
          stroke="none"
          isAnimationActive={false}
          activeDot={false}
        />
      ))}
      {curves.map((curve, index) => (
        <Line
          key={curve.key}
          type="stepAfter"
          dataKey={(row: StepRow) => row.shares[index] ?? null}
          {...strokes[curve.look]}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
    </ComposedChart>
  )
}

/** How many are still active after so many months: one step line a programme kind, bands for the intervals, marks where they are compared. */
export function StepCurves({ curves, marks, ticks, until, label, formatShare, onOpen }: StepCurvesProps) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const [active, setActive] = useState<number>()
  const frame = stepFrame(curves, until, width, formatShare(1))
  const rowsAt = (at: number) =>
    curves.flatMap((curve) => {
      const words = curve.marks.find((item) => item.at === at)
      return words ? [{ key: curve.key, label: curve.label, text: words.range ? `${words.text} (${words.range})` : words.text }] : []
    })
  const points = marks.map((mark) => ({
    key: mark.key,
    label: [mark.say, ...rowsAt(mark.at).map((row) => `${row.label} ${row.text}`)].join(', '),
    left: frame.x(mark.at) - 22,
    top: 0,
    width: 44,
    height: frame.height,
  }))
  const shown = active === undefined ? undefined : marks[active]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a figure's parts are marks, not form fields
    <div role="group" aria-label={label} className={styles.chart}>
      <div ref={ref} className={styles.drawing} style={{ height: frame.height }}>
        {width > 0 && (
          <>
            <div aria-hidden="true">
              <svg aria-hidden="true" className={styles.over} width={width} height={frame.height}>
                <StepAxes frame={frame} ticks={ticks} marks={marks} formatShare={formatShare} />
              </svg>
              <Drawing curves={curves} frame={frame} until={until} />
              <svg aria-hidden="true" className={styles.over} width={width} height={frame.height}>
                <StepMarks frame={frame} curves={curves} marks={marks} />
                {!frame.isPhone && <StepEnds frame={frame} curves={curves} />}
              </svg>
            </div>
            <PointLayer
              points={points}
              active={active}
              onActive={setActive}
              onOpen={onOpen && ((index) => onOpen(marks[index]?.key ?? ''))}
            >
              {shown && <HoverPanel title={shown.say} rows={rowsAt(shown.at)} at={frame.x(shown.at)} gap={26} width={width} />}
            </PointLayer>
          </>
        )}
      </div>
    </div>
  )
}

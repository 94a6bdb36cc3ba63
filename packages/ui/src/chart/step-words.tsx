import { phoneWidth } from './prepare-columns.ts'
import { labelWidth, spreadLabels } from './prepare-labels.ts'
import { pointAt, type StepCurve } from './prepare-steps.ts'

export type StepMark = { key: string; at: number; say: string }
export type StepTick = { at: number; label: string }

export type StepFrame = {
  isPhone: boolean
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  x: (at: number) => number
  y: (share: number) => number
}

/** Where a survival chart stands: share upwards, time to the right. */
export function stepFrame(curves: readonly StepCurve[], until: number, width: number, widestTick: string): StepFrame {
  const isPhone = width < phoneWidth
  const [left, top, bottom, height] = [Math.ceil(labelWidth(widestTick)) + 10, 16, 36, isPhone ? 272 : 304]
  const widest = Math.max(0, ...curves.flatMap((curve) => [labelWidth(curve.label), labelWidth(curve.note ?? '')]))
  const right = isPhone ? 8 : Math.min(200, Math.max(96, widest + 24))
  return {
    isPhone,
    width,
    height,
    left,
    right,
    top,
    bottom,
    x: (at) => left + ((width - left - right) * at) / until,
    y: (share) => top + (height - top - bottom) * (1 - share),
  }
}

/** Lines, ticks and their labels. */
export function StepAxes({
  frame,
  ticks,
  marks,
  formatShare,
}: {
  frame: StepFrame
  ticks: readonly StepTick[]
  marks: readonly StepMark[]
  formatShare: (share: number) => string
}) {
  const base = frame.height - frame.bottom
  return (
    <>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line
            x1={frame.left}
            x2={frame.width - frame.right}
            y1={Math.round(frame.y(share)) + 0.5}
            y2={Math.round(frame.y(share)) + 0.5}
            stroke={share === 0 ? 'var(--oe-ink-4)' : 'var(--oe-line)'}
            shapeRendering="crispEdges"
          />
          <text x={frame.left - 8} y={frame.y(share) + 4} textAnchor="end">
            {formatShare(share)}
          </text>
        </g>
      ))}
      {ticks.map((tick, index) => {
        const isLast = index === ticks.length - 1
        const x = frame.x(tick.at)
        const anchor = isLast && frame.isPhone ? 'end' : 'middle'
        return (
          <g key={tick.at}>
            <line x1={x} x2={x} y1={base} y2={base + 5} stroke="var(--oe-ink-4)" />
            <text className={marks.some((mark) => mark.at === tick.at) ? 'strong' : undefined} x={x} y={base + 22} textAnchor={anchor}>
              {tick.label}
            </text>
          </g>
        )
      })}
    </>
  )
}

/** The moments that are compared. */
export function StepMarks({ frame, curves, marks }: { frame: StepFrame; curves: readonly StepCurve[]; marks: readonly StepMark[] }) {
  return curves.flatMap((curve) =>
    marks.map((mark) => {
      const point = pointAt(curve, mark.at)
      const words = curve.marks.find((item) => item.at === mark.at)
      if (!point || !words) return null
      const [x, y] = [frame.x(mark.at), frame.y(point.share)]
      const isEnd = x > frame.width - frame.right - 24
      // Below its point where another curve's label would lie on it.
      const isBelow = curves.some((other) => {
        const above = pointAt(other, mark.at)
        return above !== undefined && above.share > point.share && frame.y(point.share) - frame.y(above.share) < 18
      })
      // A name with its share is long: a line further off it passes what stands at the mark before.
      const further = isEnd && frame.isPhone ? 18 : 0
      return (
        <g key={`${curve.key} ${mark.key}`}>
          <circle
            cx={x}
            cy={y}
            r={4}
            fill={curve.look === 'solid' ? 'var(--oe-ink)' : 'var(--oe-paper)'}
            stroke="var(--oe-ink)"
            strokeWidth={1.75}
          />
          {(!isEnd || frame.isPhone) && (
            <text
              className="strong"
              data-halo=""
              x={isEnd ? x + 2 : x + 8}
              y={isBelow ? y + 20 + further : y - 10 - further}
              textAnchor={isEnd ? 'end' : 'start'}
            >
              {isEnd ? `${curve.label} ${words.text}` : words.text}
            </text>
          )}
        </g>
      )
    }),
  )
}

/** The names of the curves at their ends, on a desk. */
export function StepEnds({ frame, curves }: { frame: StepFrame; curves: readonly StepCurve[] }) {
  const ends = curves
    .map((curve) => ({ curve, last: curve.points.at(-1), text: curve.marks.at(-1)?.text }))
    .filter(({ last }) => last !== undefined)
    .sort((a, b) => (b.last?.share ?? 0) - (a.last?.share ?? 0))
  const tops = spreadLabels(
    ends.map(({ last }) => frame.y(last?.share ?? 0)),
    56,
    [frame.top, frame.height - frame.bottom - 30],
  )
  return ends.map(({ curve, text }, index) => {
    const [x, y] = [frame.width - frame.right + 14, tops[index] ?? 0]
    return (
      <text key={curve.key} x={x} y={y - 1}>
        <tspan className="strong" fontSize={15}>
          {text}
        </tspan>
        <tspan className="word" x={x} dy={18}>
          {curve.label}
        </tspan>
        {curve.note && (
          <tspan x={x} dy={17}>
            {curve.note}
          </tspan>
        )}
      </text>
    )
  })
}

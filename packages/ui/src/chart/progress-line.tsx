import { useState } from 'react'
import styles from './chart.module.css'
import { HoverPanel } from './hover-panel.tsx'
import { PointLayer } from './point-layer.tsx'
import { phoneWidth } from './prepare-columns.ts'
import { type ProgressMark, stepPath, topOf } from './prepare-progress.ts'
import type { Open } from './types.ts'
import { useWidth } from './use-width.ts'

export type ProgressLineProps = {
  /** In the order of time; each with what was reached by then. */
  marks: readonly ProgressMark[]
  /** Where today stands, 0 to 1; null: outside. */
  today: number | null
  /** The whole in one sentence. */
  label: string
  texts: { target: string; pace: string; reached: string; today: string; from: string; to: string }
  /** The marks' place on the scale: 0, half, the target. */
  formatShare: (share: number) => string
  onOpen?: Open
}

const shares = [0, 0.5, 1] as const

function frameOf(width: number, left: number, top: number) {
  const height = width < phoneWidth ? 180 : 240
  const [right, above, below] = [8, 24, 36]
  const drawn = Math.max(width - left - right, 1)
  return {
    height: above + height + below,
    end: left + drawn,
    x: (at: number) => left + drawn * at,
    y: (share: number) => above + height * (1 - share / top),
  }
}

type Frame = ReturnType<typeof frameOf>

function Axes({ frame, texts, today, formatShare }: { frame: Frame } & Pick<ProgressLineProps, 'texts' | 'today' | 'formatShare'>) {
  const base = frame.y(0)
  return (
    <>
      {shares.map((share) => (
        <g key={share}>
          <line
            x1={frame.x(0)}
            x2={frame.end}
            y1={Math.round(frame.y(share)) + 0.5}
            y2={Math.round(frame.y(share)) + 0.5}
            stroke={share === 0.5 ? 'var(--oe-line)' : 'var(--oe-ink-4)'}
            shapeRendering="crispEdges"
          />
          <text x={frame.x(0) - 8} y={frame.y(share) + 4} textAnchor="end">
            {formatShare(share)}
          </text>
        </g>
      ))}
      <text x={frame.x(0)} y={frame.y(1) - 8} data-halo="">
        {texts.target}
      </text>
      <text x={frame.x(0)} y={base + 20}>
        {texts.from}
      </text>
      <text x={frame.end} y={base + 20} textAnchor="end">
        {texts.to}
      </text>
      <line x1={frame.x(0)} y1={base} x2={frame.end} y2={frame.y(1)} stroke="var(--oe-ink-4)" strokeWidth={1.5} strokeDasharray="5 3.5" />
      {today !== null && (
        <line
          x1={Math.round(frame.x(today)) + 0.5}
          x2={Math.round(frame.x(today)) + 0.5}
          y1={frame.y(1)}
          y2={base}
          stroke="var(--oe-ink-4)"
          strokeDasharray="1.5 3"
        />
      )}
    </>
  )
}

/** What was reached, day by day, beside an even pace towards the target. Tab reaches the last mark, arrows move, Enter opens what led there. */
export function ProgressLine({ marks, today, label, texts, formatShare, onOpen }: ProgressLineProps) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const [active, setActive] = useState<number>()
  const left = Math.max(...shares.map((share) => formatShare(share).length)) * 7.5 + 12
  const frame = frameOf(width, left, topOf(marks))
  const points = marks.map((mark) => ({
    key: mark.key,
    label: mark.say,
    left: frame.x(mark.at) - 12,
    top: frame.y(mark.share) - 12,
    width: 24,
    height: 24,
  }))
  const shown = active === undefined ? undefined : marks[active]
  const last = shown ?? marks.at(-1)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a figure's parts are marks, not form fields
    <div role="group" aria-label={label} className={styles.chart}>
      <div ref={ref} className={styles.drawing} style={{ height: frame.height }}>
        {width > 0 && (
          <>
            <svg aria-hidden="true" width={width} height={frame.height}>
              <Axes frame={frame} texts={texts} today={today} formatShare={formatShare} />
              <path d={stepPath(marks, frame)} fill="none" stroke="var(--oe-ink)" strokeWidth={2.25} strokeLinejoin="round" />
              {last && <circle cx={frame.x(last.at)} cy={frame.y(last.share)} r={5} fill="var(--oe-ink)" />}
            </svg>
            <PointLayer
              points={points}
              active={active}
              onActive={setActive}
              onOpen={onOpen && ((index) => onOpen(marks[index]?.key ?? ''))}
            >
              {shown && <HoverPanel title={shown.title} rows={shown.rows} at={frame.x(shown.at)} gap={14} width={width} />}
            </PointLayer>
          </>
        )}
      </div>
      <ul className={styles.list}>
        <Key label={texts.reached} stroke="var(--oe-ink)" />
        <Key label={texts.pace} stroke="var(--oe-ink-4)" dashes="5 3.5" />
        {today !== null && <Key label={texts.today} stroke="var(--oe-ink-4)" dashes="1.5 3" />}
      </ul>
    </div>
  )
}

function Key({ label, stroke, dashes }: { label: string; stroke: string; dashes?: string }) {
  return (
    <li>
      <svg aria-hidden="true" width={24} height={8}>
        <line x1={0} x2={24} y1={4} y2={4} stroke={stroke} strokeWidth={2} {...(dashes && { strokeDasharray: dashes })} />
      </svg>
      <span>{label}</span>
    </li>
  )
}

import styles from './chart.module.css'
import { phoneWidth } from './prepare-columns.ts'
import { halfAt, type LorenzPoint } from './prepare-lorenz.ts'
import { useWidth } from './use-width.ts'

export type LorenzCurve = { key: string; label: string; look: 'solid' | 'dashed'; points: readonly LorenzPoint[] }

export type LorenzLineProps = {
  curves: readonly LorenzCurve[]
  /** The whole in one sentence. */
  label: string
  formatShare: (share: number) => string
  texts: { people: string; whole: string; equal: string }
}

const strokes = {
  solid: { stroke: 'var(--oe-ink)', strokeWidth: 2.25 },
  dashed: { stroke: 'var(--oe-ink-2)', strokeWidth: 1.75, strokeDasharray: '5 3.5' },
} as const
const shares = [0, 0.25, 0.5, 0.75, 1] as const

function frameOf(width: number) {
  const isPhone = width < phoneWidth
  const [left, top, bottom] = [44, 28, 44]
  const side = Math.min(isPhone ? width - left - 8 : 380, width - left - 8)
  const height = Math.round(side * (isPhone ? 0.9 : 0.72))
  return {
    left,
    top,
    side,
    height: top + height + bottom,
    x: (share: number) => left + side * share,
    y: (share: number) => top + height * (1 - share),
  }
}

type Frame = ReturnType<typeof frameOf>

function Axes({ frame, formatShare, texts }: { frame: Frame } & Pick<LorenzLineProps, 'formatShare' | 'texts'>) {
  return (
    <>
      {shares.map((share) => (
        <g key={share}>
          <line
            x1={frame.x(0)}
            x2={frame.x(1)}
            y1={Math.round(frame.y(share)) + 0.5}
            y2={Math.round(frame.y(share)) + 0.5}
            stroke={share === 0 ? 'var(--oe-ink-4)' : 'var(--oe-line)'}
            shapeRendering="crispEdges"
          />
          <text x={frame.left - 8} y={frame.y(share) + 4} textAnchor="end">
            {formatShare(share)}
          </text>
          {share !== 0.25 && share !== 0.75 && (
            <text x={frame.x(share)} y={frame.y(0) + 20} textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}>
              {formatShare(share)}
            </text>
          )}
        </g>
      ))}
      <text x={frame.left} y={14}>
        {texts.whole}
      </text>
      <text x={frame.x(1)} y={frame.y(0) + 40} textAnchor="end">
        {texts.people}
      </text>
      <line x1={frame.x(0)} y1={frame.y(0)} x2={frame.x(1)} y2={frame.y(1)} stroke="var(--oe-ink-4)" strokeDasharray="1.5 3" />
      <text x={frame.x(0.5) - 8} y={frame.y(0.5) - 8} textAnchor="end" data-halo="">
        {texts.equal}
      </text>
    </>
  )
}

function Curve({ curve, frame }: { curve: LorenzCurve; frame: Frame }) {
  const points = [{ people: 0, whole: 0 }, ...curve.points]
  const half = halfAt(curve.points)
  const path = points.map((p, at) => `${at ? 'L' : 'M'}${frame.x(p.people).toFixed(1)} ${frame.y(p.whole).toFixed(1)}`).join('')
  return (
    <g>
      <path d={path} fill="none" strokeLinejoin="round" {...strokes[curve.look]} />
      {half && (
        <circle
          cx={frame.x(half.people)}
          cy={frame.y(half.whole)}
          r={5}
          fill={curve.look === 'solid' ? 'var(--oe-ink)' : 'var(--oe-paper)'}
          stroke="var(--oe-ink)"
          strokeWidth={1.75}
        />
      )}
    </g>
  )
}

/**
 * How concentrated a whole is: of the people, from the smallest part, what share holds how much of it; a dot where the halves meet. No
 * mark reacts and none is a person, so that nobody can be found out.
 */
export function LorenzLine({ curves, label, formatShare, texts }: LorenzLineProps) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const frame = frameOf(width)
  return (
    <div className={styles.chart}>
      <div ref={ref} className={styles.drawing} style={{ height: frame.height }}>
        {width > 0 && (
          <svg role="img" aria-label={label} width={width} height={frame.height} viewBox={`0 0 ${width} ${frame.height}`}>
            <Axes frame={frame} formatShare={formatShare} texts={texts} />
            {curves.map((curve) => (
              <Curve key={curve.key} curve={curve} frame={frame} />
            ))}
          </svg>
        )}
      </div>
      <ul className={styles.list}>
        {curves.map((curve) => (
          <li key={curve.key}>
            <svg aria-hidden="true" width={24} height={8}>
              <line x1={0} x2={24} y1={4} y2={4} {...strokes[curve.look]} />
            </svg>
            <span>{curve.label}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

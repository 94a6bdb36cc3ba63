import type { Curve } from '@oeuvre/domain/programs/curve/schema'
import { drawnUntil, survivalMarks } from '@oeuvre/domain/programs/curve/schema'
import type { StepCurve } from '@oeuvre/ui/chart/prepare-steps.ts'
import { StepCurves } from '@oeuvre/ui/chart/step-curves.tsx'
import { useFormat } from '../lib/format.ts'

export type DrawnCurve = Pick<StepCurve, 'key' | 'label' | 'look'> & { readonly note?: string; readonly curve: Curve }
type Texts = {
  readonly label: string
  /** "6 months". */
  readonly months: (count: number) => string
  readonly between: (low: string, high: string) => string
}

/** Months of the marks: 3, 6, 12. */
export const markMonths = [3, 6, 12] as const
const ticks = [0, 3, 6, 9, 12] as const
const dayOf = (months: number) => survivalMarks.find((_, at) => markMonths[at] === months) ?? Math.round((months * drawnUntil) / 12)

/** The point of a curve that holds on a day; none after what is known. */
export function pointOn({ points, lastSeen }: Curve, day: number): Curve['points'][number] | undefined {
  return day > lastSeen ? undefined : points.findLast((point) => point.day <= day)
}

/** How much of it lives after so many months, one line a group, with its band. */
export function SurvivalCurves({ curves, texts }: { readonly curves: readonly DrawnCurve[]; readonly texts: Texts }) {
  const f = useFormat()
  const drawn = curves.map(
    ({ curve, ...one }): StepCurve => ({
      ...one,
      points: curve.points.map(({ day, bp, lowBp, highBp }) => ({
        at: day,
        share: bp / 10_000,
        low: lowBp / 10_000,
        high: highBp / 10_000,
      })),
      marks: survivalMarks.flatMap((at) => {
        const point = pointOn(curve, at)
        return point ? [{ at, text: f.percent(point.bp), range: texts.between(f.percent(point.lowBp), f.percent(point.highBp)) }] : []
      }),
    }),
  )
  return (
    <StepCurves
      label={texts.label}
      curves={drawn}
      until={drawnUntil}
      formatShare={(share) => f.percent(share * 10_000)}
      ticks={ticks.map((count) => ({ at: dayOf(count), label: count === 12 ? texts.months(count) : String(count) }))}
      marks={markMonths.map((count) => ({ key: String(count), at: dayOf(count), say: texts.months(count) }))}
    />
  )
}

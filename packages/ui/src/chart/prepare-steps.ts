/** A point of a survival curve: from `at` on, the share (0 to 1) and its interval. Ascending in `at`. */
export type StepPoint = { at: number; share: number; low: number; high: number }
export type StepCurve = {
  key: string
  label: string
  /** Under the label: "3 programmes". */
  note?: string
  look: 'solid' | 'dashed'
  points: readonly StepPoint[]
  /** The share in words at each of the chart's marks, by `at`; and the interval, for panel and screen readers. */
  marks: readonly { at: number; text: string; range?: string }[]
}
export type StepRow = { at: number; shares: (number | null)[]; bands: ([number, number] | null)[] }

/** The point that holds at a moment: the last one not after it; none before the first and none after the last observation. */
export function pointAt(curve: StepCurve, at: number): StepPoint | undefined {
  const last = curve.points.at(-1)
  if (!last || at > last.at) return undefined
  return curve.points.findLast((point) => point.at <= at)
}

/** All curves on one time axis: a row for every moment at which any of them changes, steps carried forward, nothing after a curve's end. */
export function stepRows(curves: readonly StepCurve[]): StepRow[] {
  const moments = [...new Set(curves.flatMap((curve) => curve.points.map((point) => point.at)))].sort((a, b) => a - b)
  return moments.map((at) => {
    const points = curves.map((curve) => pointAt(curve, at))
    return {
      at,
      shares: points.map((point) => point?.share ?? null),
      bands: points.map((point): [number, number] | null => (point ? [point.low, point.high] : null)),
    }
  })
}

const mantissas = [1, 2, 2.5, 5, 10] as const

/** The end of an axis: a little above the largest value, so that its label has air. */
export function axisTop(max: number): number {
  return max > 0 ? max * 1.08 : 1
}

/** Round values from 0 up to `top`, `count` of them above zero at most. `whole` keeps to integers, as counts need. */
export function niceTicks(top: number, { count = 4, whole = false }: { count?: number; whole?: boolean } = {}): number[] {
  if (!(top > 0) || !Number.isFinite(top)) return [0]
  const power = 10 ** Math.floor(Math.log10(top / count))
  const steps = [...mantissas, ...mantissas.map((mantissa) => mantissa * 10)].map((mantissa) => mantissa * power)
  const fits = (step: number) => Math.floor(top / step + 1e-9) <= count && (!whole || Number.isInteger(Number(step.toPrecision(9))))
  const step = steps.find(fits) ?? Math.ceil(top)
  const last = Math.floor(top / step + 1e-9)
  return Array.from({ length: last + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}

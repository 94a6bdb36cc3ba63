import type { ImpactPage } from '@oeuvre/domain/impact/schema'

export type Trend = {
  readonly results: readonly (number | null)[]
  readonly value: readonly (number | null)[]
  readonly people: readonly (number | null)[]
  readonly medianDays: readonly (number | null)[]
  /** Indexes of the stretch that leads into and through what is chosen, both included; absent where everything is. */
  readonly chosen: readonly [number, number] | undefined
  readonly isLastUnfinished: boolean
}

/** The small lines: buckets to come are cut off, one without a result is a zero, a median without cases a gap. Value in minor units, only to be drawn. */
export function prepareTrend({ trend }: Pick<ImpactPage, 'trend'>): Trend {
  const buckets = trend.buckets.filter((bucket) => !bucket.isFuture)
  const cells = buckets.map((_, index) => trend.cells.find((cell) => cell.bucket === index))
  const first = buckets.findIndex((bucket) => bucket.isChosen)
  const last = buckets.findLastIndex((bucket) => bucket.isChosen)
  return {
    results: cells.map((cell) => Number(cell?.resultsBp ?? 0) / 10_000),
    value: cells.map((cell) => Number(cell?.valueMinor ?? 0)),
    people: cells.map((cell) => cell?.people ?? 0),
    medianDays: cells.map((cell) => cell?.medianDays ?? null),
    chosen: first < 1 ? undefined : [first - 1, last],
    isLastUnfinished: buckets.at(-1)?.isUnfinished ?? false,
  }
}

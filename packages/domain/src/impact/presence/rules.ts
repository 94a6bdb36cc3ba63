import type { Presence } from '../parts/schema.ts'
import { suppressed } from '../rules.ts'

export type PlatformCounts = {
  readonly platform: string
  readonly owners: number
  readonly registered: number
  readonly active: number
  readonly led: number
}

/** Counts by platform, those of few owners withheld: and with a single withheld one its neighbour, so that none is had by subtraction. */
export function presenceOf(rows: readonly PlatformCounts[], smallestGroup: number): Presence {
  const { keys, isTotalSuppressed } = suppressed(
    rows.map(({ platform, owners }) => ({ key: platform, people: owners })),
    smallestGroup,
  )
  const cell = (counts: Pick<PlatformCounts, 'registered' | 'active' | 'led'>, isSuppressed: boolean) =>
    isSuppressed
      ? { registered: null, active: null, led: null, isSuppressed }
      : { registered: counts.registered, active: counts.active, led: counts.led, isSuppressed }
  // Where no platform alone has enough owners, all together may be too few as well.
  const isFew = rows.every(({ owners }) => owners < smallestGroup) && rows.some(({ registered }) => registered > 0)
  const sum = (of: (row: PlatformCounts) => number) => rows.reduce((all, row) => all + of(row), 0)
  return {
    total: cell({ registered: sum((r) => r.registered), active: sum((r) => r.active), led: sum((r) => r.led) }, isTotalSuppressed || isFew),
    platforms: rows.map((row) => ({ platform: row.platform, ...cell(row, keys.has(row.platform)) })),
  }
}

import { wilson } from '../statistics/intervals.ts'
import type { EquityFigures, EquityGroup, EquityRate } from './schema.ts'

/** "Again and again": in so many verified results, led or written by so many others. */
export const expertResults = 3
export const expertNamers = 2

/** Parts that people had in results: of those that were logged so many are verified, of these so many on stage, and so many thanked in public. */
export type EquityCounts = {
  readonly people: number
  readonly logged: number
  readonly verified: number
  readonly onStage: number
  readonly thanked: number
}
export type CountedGroup = Pick<EquityGroup, 'key' | 'name' | 'code'> & EquityCounts

const inBp = (share: number) => Math.round(share * 10_000)

/** Wilson's interval at 90 %. It takes parts for independent, which parts of one person are not: it is too narrow rather than too wide. */
function rateOf(successes: number, cases: number, all: number | null): EquityRate {
  const interval = wilson(successes, cases)
  if (interval === null) return null
  const isApart = all !== null && (all < interval.low || all > interval.high)
  return { bp: inBp(successes / cases), lowBp: inBp(interval.low), highBp: inBp(interval.high), isApart }
}

function figuresOf(of: EquityCounts, all: EquityCounts | null): EquityFigures {
  const share = (step: 'onStage' | 'thanked') => (all && all.verified > 0 ? all[step] / all.verified : null)
  return {
    people: of.people,
    logged: of.logged,
    verified: rateOf(of.verified, of.logged, all && all.logged > 0 ? all.verified / all.logged : null),
    onStage: rateOf(of.onStage, of.verified, share('onStage')),
    thanked: rateOf(of.thanked, of.verified, share('thanked')),
  }
}

/** Of all together; null where they are too few. */
export function wholeOf(all: EquityCounts, smallestGroup: number): EquityFigures | null {
  return all.people < smallestGroup ? null : figuresOf(all, null)
}

/**
 * Figures of groups whose parts do not overlap and are all there are, in their order. Of fewer people than the smallest group nothing is told; where those
 * that are left out would be known from the rest, because they are one or too few together, the next smallest is left out with them.
 */
export function groupsOf(groups: readonly CountedGroup[], all: EquityCounts, smallestGroup: number): EquityGroup[] {
  const bySize = groups.toSorted((a, b) => a.people - b.people || a.logged - b.logged || (a.key < b.key ? -1 : 1))
  const hidden = new Set<CountedGroup>()
  for (const group of bySize) {
    // Somebody may be in several of them: together they are as many as the largest, for sure.
    const most = Math.max(0, ...[...hidden].map((one) => one.people))
    const isKnownFromRest = hidden.size > 0 && (hidden.size === 1 || most < smallestGroup)
    if (group.people < smallestGroup || isKnownFromRest) hidden.add(group)
  }
  return groups.map((group) => {
    const { key, name, code } = group
    return { key, name, code, figures: hidden.has(group) || all.people < smallestGroup ? null : figuresOf(group, all) }
  })
}

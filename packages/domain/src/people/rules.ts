import type { Refusal } from '../errors/domain-error.ts'
import type { Day } from '../time/day.ts'
import type { Interval } from './schema.ts'

/** A leaving said by mistake is undone as if it had never been, and nobody outside hears of it. */
export const leavingUndoMinutes = 10

/** Dated facts are half open intervals that never overlap; null is −∞ as a start and ∞ as an end. */

export function isInterval({ from, to }: Interval): boolean {
  return from === null || to === null || from < to
}

export function holdsOn({ from, to }: Interval, day: Day): boolean {
  return (from === null || from <= day) && (to === null || day < to)
}

export function overlaps(a: Interval, b: Interval): boolean {
  return (a.to === null || b.from === null || b.from < a.to) && (b.to === null || a.from === null || a.from < b.to)
}

function byStart(a: Interval, b: Interval): number {
  if (a.from === b.from) return 0
  if (a.from === null) return -1
  return b.from === null || a.from > b.from ? 1 : -1
}

/** Of one person's memberships, or one team's placements. */
export function checkIntervals(intervals: readonly Interval[], field: string): Refusal[] {
  const sorted = intervals.toSorted(byStart)
  const isSound = sorted.every((interval, i) => {
    const next = sorted[i + 1]
    return isInterval(interval) && (next === undefined || !overlaps(interval, next))
  })
  return isSound ? [] : [{ code: 'overlapping-membership', field }]
}

/**
 * The same history with `next` from a day on (null: since always), until the next change on record, be it an end. What ran then
 * ends; what began on that very day is replaced; neighbours that say the same become one. `next` makes the new fact of its
 * interval, `(interval) => ({ ...interval, teamId })`; null: nothing from then on.
 */
export function changeFrom<T extends Interval>(history: readonly T[], next: ((interval: Interval) => T) | null, from: Day | null): T[] {
  const changes = history.flatMap((interval) => [interval.from, interval.to]).filter((day) => day !== null)
  const until = changes.filter((day) => from === null || day > from).toSorted()[0] ?? null
  const kept = history.flatMap((interval) => {
    if (from === null) return interval.from === null ? [] : [interval]
    if (interval.from !== null && interval.from >= from) return interval.from === from ? [] : [interval]
    return [{ ...interval, to: interval.to === null || interval.to > from ? from : interval.to }]
  })
  const added = next === null ? [] : [next({ from, to: until })]
  return joinNeighbours([...kept, ...added].toSorted(byStart))
}

function joinNeighbours<T extends Interval>(sorted: readonly T[]): T[] {
  const joined: T[] = []
  for (const interval of sorted) {
    const last = joined.at(-1)
    if (last && last.to !== null && last.to === interval.from && saysTheSame(last, interval))
      joined[joined.length - 1] = { ...last, to: interval.to }
    else joined.push(interval)
  }
  return joined
}

function saysTheSame<T extends Interval>(a: T, b: T): boolean {
  const rest = ({ from: _from, to: _to, ...fact }: T) => JSON.stringify(Object.entries(fact).sort())
  return rest(a) === rest(b)
}

/** All that runs on `from` ends there, what was to begin later is dropped: somebody leaves, a team is closed. */
export function endFrom<T extends Interval>(history: readonly T[], from: Day): T[] {
  return history.flatMap((interval) => {
    if (interval.from !== null && interval.from >= from) return []
    return [{ ...interval, to: interval.to === null || interval.to > from ? from : interval.to }]
  })
}

export type Placement = Interval & { readonly teamId: string; readonly parentId: string | null }
/** Team → the team above it; null: at the root. */
export type Tree = ReadonlyMap<string, string | null>

/** The tree as it stood on a day. A team without a placement on that day stands at the root. */
export function treeOn(placements: readonly Placement[], day: Day): Tree {
  return new Map(placements.filter((p) => holdsOn(p, day)).map((p) => [p.teamId, p.parentId]))
}

/** The team, then those above it up to the root. */
export function chainOf(tree: Tree, teamId: string | null): string[] {
  const chain: string[] = []
  for (let id = teamId; id !== null && !chain.includes(id); id = tree.get(id) ?? null) chain.push(id)
  return chain
}

/** Those teams and all below them: what a manager's reach is. */
export function reachOf(tree: Tree, managedTeamIds: Iterable<string>): Set<string> {
  const below = new Map<string, string[]>()
  for (const [teamId, parentId] of tree) if (parentId !== null) below.set(parentId, [...(below.get(parentId) ?? []), teamId])
  const reach = new Set<string>()
  const open = [...managedTeamIds]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reach.has(id)) continue
    reach.add(id)
    open.push(...(below.get(id) ?? []))
  }
  return reach
}

function hasCycle(tree: Tree): boolean {
  return [...tree.keys()].some((teamId) => {
    const chain = chainOf(tree, teamId)
    return tree.get(chain.at(-1) ?? teamId) != null // the chain stopped because it came round, not at a root
  })
}

/** No team is ever below itself: looked at on every day on which the tree changes, and before the first of them. */
export function checkTree(placements: readonly Placement[], field: string): Refusal[] {
  const changes = placements.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null)
  const days = new Set(['0001-01-01', ...changes])
  return [...days].some((day) => hasCycle(treeOn(placements, day))) ? [{ code: 'team-cycle', field }] : []
}

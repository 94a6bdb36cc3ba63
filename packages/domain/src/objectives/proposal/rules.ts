import type { Day } from '../../time/day.ts'
import type { ChoicesOutput } from '../schema.ts'

export type Candidate = {
  readonly id: string
  readonly teamId: string | null
  readonly typeIds: readonly string[]
  readonly from: Day
  readonly to: Day
  /** How many stand above it. */
  readonly depth: number
}
/** `teamChain`: the lead's team and those above it, up to the root. */
export type Result = { readonly typeId: string | null; readonly on: Day; readonly teamChain: readonly string[] }

/** Whether such a result counts towards it, once it is verified. A type not yet named may still be one of its own. */
export function countsFor({ typeIds, from, to }: Pick<Candidate, 'typeIds' | 'from' | 'to'>, { typeId, on }: Result): boolean {
  return from <= on && on <= to && (typeIds.length === 0 || typeId === null || typeIds.includes(typeId))
}

/**
 * The objective that a result most likely serves, and why; null where neither type nor team says anything. Of those it would count
 * towards: the team nearest to the lead first (none is furthest), then one that names the type, then the one deepest in the tree, then
 * the one that ends first.
 */
export function propose(candidates: readonly Candidate[], result: Result): ChoicesOutput['proposed'] {
  const ranked = candidates.flatMap((one) => {
    const at = one.teamId === null ? result.teamChain.length : result.teamChain.indexOf(one.teamId)
    if (at < 0 || !countsFor(one, result)) return []
    const isOfType = result.typeId !== null && one.typeIds.includes(result.typeId)
    const team = one.teamId === null ? ('none' as const) : at === 0 ? ('own' as const) : ('above' as const)
    return isOfType || team !== 'none' ? [{ ...one, at, isOfType, team }] : []
  })
  const [best] = ranked.toSorted(
    (a, b) =>
      a.at - b.at ||
      Number(b.isOfType) - Number(a.isOfType) ||
      b.depth - a.depth ||
      (a.to === b.to ? 0 : a.to < b.to ? -1 : 1) ||
      (a.id < b.id ? -1 : 1),
  )
  return best ? { id: best.id, because: { type: best.isOfType, team: best.team } } : null
}

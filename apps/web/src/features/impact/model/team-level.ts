import type { Figure } from '@oeuvre/domain/impact/parts/schema'

type Team = {
  readonly teamId: string | null
  readonly parentId: string | null
  readonly name: string | null
  readonly resultsBp: string
  readonly valueMinor: string
  readonly before: Figure | null
}

/**
 * The rows that stand beside each other: the teams below the chosen one (or below the root, where there is one root) and what that
 * team's own people did, so that the rows add up to the whole. `up`: where "up" leads. `isOverlapping`: one of
 * the teams stood below another for a part of the period, and its results of then count in both.
 */
export function teamLevel<T extends Team>(
  teams: readonly T[],
  chosen: string | undefined,
): { readonly rows: readonly (T & { readonly isOwn?: boolean })[]; readonly up: string | undefined; readonly isOverlapping: boolean } {
  const known = new Set(teams.map((team) => team.teamId))
  const roots = teams.filter((team) => team.teamId !== null && (team.parentId === null || !known.has(team.parentId)))
  const only = roots.length === 1 ? roots[0] : undefined
  const at = chosen === undefined ? only : teams.find((team) => team.teamId === chosen)
  const without = teams.filter((team) => team.teamId === null)
  if (!at) return { rows: [...roots, ...without], up: undefined, isOverlapping: false }
  const below = teams.filter((team) => team.parentId === at.teamId)
  const own = {
    ...at,
    ...withoutBelow(at, below),
    before: at.before && { ...at.before, ...withoutBelow(at.before, befores(below)) },
    isOwn: true,
  }
  const isOverlapping = BigInt(own.resultsBp) < 0n
  const isOwnShown = below.length === 0 || BigInt(own.resultsBp) > 0n
  const parent = at.parentId !== null && known.has(at.parentId) && at.parentId !== only?.teamId ? at.parentId : undefined
  return {
    rows: [...below, ...(isOwnShown ? [own] : []), ...(chosen === undefined ? without : [])],
    up: chosen === undefined ? undefined : parent,
    isOverlapping,
  }
}

type Sums = Pick<Figure, 'resultsBp' | 'valueMinor'>
const befores = (teams: readonly Team[]) => teams.flatMap(({ before }) => before ?? [])

function withoutBelow(at: Sums, below: readonly Sums[]): Sums {
  const rest = (key: keyof Sums) => String(below.reduce((n, row) => n - BigInt(row[key]), BigInt(at[key])))
  return { resultsBp: rest('resultsBp'), valueMinor: rest('valueMinor') }
}

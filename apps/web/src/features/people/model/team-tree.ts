import type { TeamNode } from '@oeuvre/domain/people/schema'

export type TreeTeam = TeamNode & {
  /** 1 at the top. */
  readonly level: number
  /** People of this team and of all below it. */
  readonly total: number
  readonly below: readonly TreeTeam[]
}

/** The list of teams as a tree, by name at each level. What hangs on a team that is not in the list stands at the top. */
export function buildTree(teams: readonly TeamNode[], compare: (a: string, b: string) => number): TreeTeam[] {
  const known = new Set(teams.map((team) => team.id))
  const byParent = Map.groupBy(teams, (team) => (team.parentId && known.has(team.parentId) ? team.parentId : null))
  const grow = (parentId: string | null, level: number): TreeTeam[] =>
    (byParent.get(parentId) ?? [])
      .toSorted((a, b) => compare(a.name, b.name))
      .map((team) => {
        const below = grow(team.id, level + 1)
        return { ...team, level, below, total: below.reduce((sum, child) => sum + child.total, team.people) }
      })
  return grow(null, 1)
}

/** Every team in the order in which it is read, or only those whose parents are all open. */
export function flatten(tree: readonly TreeTeam[], isOpen: (id: string) => boolean = () => true): TreeTeam[] {
  return tree.flatMap((team) => [team, ...(isOpen(team.id) ? flatten(team.below, isOpen) : [])])
}

/** The team and those above it, from the top down. */
export function pathTo(teams: readonly TeamNode[], id: string | null | undefined): TeamNode[] {
  const byId = new Map(teams.map((team) => [team.id, team]))
  const path: TeamNode[] = []
  for (let team = id ? byId.get(id) : undefined; team && !path.includes(team); team = team.parentId ? byId.get(team.parentId) : undefined)
    path.unshift(team)
  return path
}

/** The team and all below it: where it cannot be put. */
export function idsBelow(tree: readonly TreeTeam[], id: string): Set<string> {
  const root = flatten(tree).find((team) => team.id === id)
  return new Set(root ? flatten([root]).map((team) => team.id) : [])
}

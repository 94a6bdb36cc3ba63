import type { TreeTeam } from '../model/team-tree.ts'

type Tree = {
  /** What is unfolded, from the top down; the root ("everybody", null) stands above it. */
  readonly shown: readonly TreeTeam[]
  readonly stop: string | null
  readonly isOpen: (id: string) => boolean
  readonly toggle: (id: string, open: boolean) => void
  readonly goTo: (id: string | null) => void
  readonly choose: (id: string | null) => void
}

/** The keys of a tree (WAI-ARIA practices): arrows, Home, End, Enter, Space. True when the key meant something. */
export function moveInTree(key: string, tree: Tree): boolean {
  const { shown, stop, isOpen, toggle, goTo, choose } = tree
  const at = shown.findIndex((team) => team.id === stop)
  const team = shown[at]
  const go = (to: number) => goTo(shown[Math.min(to, shown.length - 1)]?.id ?? null)
  switch (key) {
    case 'ArrowDown':
      go(at + 1)
      return true
    case 'ArrowUp':
      if (at <= 0) goTo(null)
      else go(at - 1)
      return true
    case 'Home':
      goTo(null)
      return true
    case 'End':
      go(shown.length - 1)
      return true
    case 'ArrowRight':
      if (team?.below.length) {
        if (isOpen(team.id)) go(at + 1)
        else toggle(team.id, true)
      }
      return true
    case 'ArrowLeft':
      if (team?.below.length && isOpen(team.id)) toggle(team.id, false)
      else if (team) goTo(shown.slice(0, at).findLast((other) => other.level < team.level)?.id ?? null)
      return true
    case 'Enter':
    case ' ':
      choose(stop)
      return true
    default:
      return false
  }
}

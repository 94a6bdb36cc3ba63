export type Node = { readonly id: string; readonly parentId: string | null }

/** The one itself, then those above it up to the top. Stops where it would come round. */
export function chainAbove(nodes: readonly Node[], id: string): string[] {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]))
  const chain: string[] = []
  for (let at: string | null = id; at !== null && !chain.includes(at); at = parents.get(at) ?? null) chain.push(at)
  return chain
}

/** The one itself and all below it: results that name one of them serve it. */
export function servedBy(nodes: readonly Node[], id: string): string[] {
  const byParent = Map.groupBy(nodes, (node) => node.parentId)
  const found: string[] = []
  const open = [id]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.includes(at)) continue
    found.push(at)
    open.push(...(byParent.get(at) ?? []).map((node) => node.id))
  }
  return found
}

/** Whether an objective could come below `parentId`: not below itself, nor below what is below it. */
export function wouldCycle(nodes: readonly Node[], id: string, parentId: string | null): boolean {
  return parentId !== null && chainAbove(nodes, parentId).includes(id)
}

/** Those kept, each after the nearest one above that is kept too, in the order given among their like; `depth` from 0. */
export function inTree<T extends Node>(all: readonly Node[], kept: readonly T[]): (T & { readonly depth: number })[] {
  const isKept = new Set(kept.map(({ id }) => id))
  const aboveOf = (id: string) =>
    chainAbove(all, id)
      .slice(1)
      .find((above) => isKept.has(above)) ?? null
  const placed = kept.map((one) => ({ ...one, parentId: aboveOf(one.id) }))
  const byParent = Map.groupBy(placed, (one) => one.parentId)
  const below = (parentId: string | null, depth: number): (T & { readonly depth: number })[] =>
    (byParent.get(parentId) ?? []).flatMap((one) => [{ ...one, depth }, ...below(one.id, depth + 1)])
  return below(null, 0)
}

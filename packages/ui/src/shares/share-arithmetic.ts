/** Every split here is a list of whole per cents that add up to 100; weight 0 (thanked, without a share) stays 0. */
const whole = 100

function sum(values: readonly number[]) {
  return values.reduce((total, value) => total + value, 0)
}

/** The least anybody with a share keeps: 1, or 0 where there are more people than per cents. */
function leastShare(weights: readonly number[]) {
  return weights.filter((weight) => weight > 0).length > whole ? 0 : 1
}

/** Divides `total` whole units by weight: largest remainder, ties to the earlier; nobody with a weight falls under `least`. */
function allocate(weights: readonly number[], total: number, least: number): number[] {
  const all = sum(weights)
  if (all <= 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (weight * total) / all)
  const given = exact.map(Math.floor)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, total - sum(given))) given[index] = (given[index] ?? 0) + 1
  for (const [index, weight] of weights.entries()) {
    while (weight > 0 && (given[index] ?? 0) < least) {
      const largest = given.indexOf(Math.max(...given))
      given[largest] = (given[largest] ?? 0) - 1
      given[index] = (given[index] ?? 0) + 1
    }
  }
  return given
}

/** Weights as whole per cents. */
export function toPercents(weights: readonly number[]): number[] {
  return allocate(weights, whole, leastShare(weights))
}

/** Whether everybody who has a share has the same: shown as "1/3", kept as equal weights. */
export function isEqualSplit(weights: readonly number[]): boolean {
  const held = weights.filter((weight) => weight > 0)
  return held.length > 0 && held.every((weight) => weight === held[0])
}

/** An edge between two neighbours who both have a share: where it stands and how far it may go, in per cents from the left. */
export type Edge = { left: number; right: number; at: number; min: number; max: number }

/** The edges of a split, thanked people skipped. */
export function edgesOf(percents: readonly number[]): Edge[] {
  const least = leastShare(percents)
  const held = percents.flatMap((percent, index) => (percent > 0 ? [index] : []))
  const edges: Edge[] = []
  let start = 0
  for (const [place, left] of held.slice(0, -1).entries()) {
    const right = held[place + 1] ?? left
    const at = start + (percents[left] ?? 0)
    edges.push({ left, right, at, min: start + least, max: at + (percents[right] ?? 0) - least })
    start = at
  }
  return edges
}

/** Moves an edge to a place: what one neighbour gains the other gives, nobody else is touched. */
export function moveEdge(percents: readonly number[], edge: Edge, to: number): number[] {
  const by = Math.max(edge.min, Math.min(edge.max, Math.round(to))) - edge.at
  return percents.map((percent, index) => (index === edge.left ? percent + by : index === edge.right ? percent - by : percent))
}

/** Gives one person a share as typed; the others keep their proportions in what is left. 0 makes the person thanked, unless they are alone. */
export function setPercent(percents: readonly number[], index: number, wanted: number): number[] {
  const others = percents.map((percent, place) => (place === index ? 0 : percent))
  const holders = others.filter((percent) => percent > 0).length
  if (holders === 0) return percents.map((_, place) => (place === index ? whole : 0))
  const own = Math.max(0, Math.min(whole - holders * leastShare(percents), Math.round(wanted)))
  const rest = allocate(others, whole - own, leastShare(others))
  return rest.map((percent, place) => (place === index ? own : percent))
}

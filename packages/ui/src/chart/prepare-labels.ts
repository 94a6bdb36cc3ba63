/** About how wide a text is at 13 px in the sans: enough to keep labels apart, not to set them. */
export function labelWidth(text: string, size = 13): number {
  let em = 0
  for (const letter of text) em += /[\s.,:;'’|ilIjft·]/u.test(letter) ? 0.28 : /[mwMWŒœ—%€]/u.test(letter) ? 0.8 : 0.52
  return em * size
}

/**
 * Moves labels as little as possible so that they stand at least `gap` apart and within `[min, max]`; the order given, ascending, is kept.
 * Pool adjacent violators on the wished places, so a crowd centres on where it belongs.
 */
export function spreadLabels(wished: readonly number[], gap: number, [min, max]: readonly [number, number]): number[] {
  const pools: { sum: number; size: number }[] = []
  for (const [index, place] of wished.entries()) {
    let pool = { sum: place - index * gap, size: 1 }
    for (let last = pools.at(-1); last && last.sum / last.size > pool.sum / pool.size; last = pools.at(-1)) {
      pools.pop()
      pool = { sum: pool.sum + last.sum, size: pool.size + last.size }
    }
    pools.push(pool)
  }
  const end = Math.max(min, max - (wished.length - 1) * gap)
  const starts = pools.flatMap(({ sum, size }) => Array.from({ length: size }, () => Math.min(end, Math.max(min, sum / size))))
  return starts.map((start, index) => start + index * gap)
}

/** Which of `count` labels to write when each needs `width` and has `slot`: every nth, counted from the last, and always the pinned. */
export function shownLabels(count: number, slot: number, width: number, pinned: ReadonlySet<number> = new Set()): boolean[] {
  const step = Math.max(1, Math.ceil((width + 4) / Math.max(1, slot)))
  const isNear = (index: number) => [...pinned].some((pin) => pin !== index && Math.abs(pin - index) < step)
  return Array.from({ length: count }, (_, index) => pinned.has(index) || ((count - 1 - index) % step === 0 && !isNear(index)))
}

export type PlacedLabel = { start: number; width: number }

/**
 * Places labels on one line under the starts of their parts, the last one flush right; pushes them apart.
 * `undefined` where they do not fit: the caller then writes a list instead.
 */
export function placeInRow(labels: readonly PlacedLabel[], total: number, gap = 12): number[] | undefined {
  const needed = labels.reduce((sum, label) => sum + label.width, 0) + gap * Math.max(0, labels.length - 1)
  if (needed > total) return undefined
  const places: number[] = []
  let free = 0
  for (const [index, label] of labels.entries()) {
    const wished = index === labels.length - 1 && index > 0 ? total - label.width : label.start
    places.push(Math.max(free, wished))
    free = Math.max(free, wished) + label.width + gap
  }
  let limit = total
  for (let index = labels.length - 1; index >= 0; index--) {
    const width = labels[index]?.width ?? 0
    places[index] = Math.min(places[index] ?? 0, limit - width)
    limit = (places[index] ?? 0) - gap
  }
  return places
}

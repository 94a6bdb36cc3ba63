/** Shares from 0 to 1: of the people, from the smallest part, `people` hold `whole`. */
export type LorenzPoint = { readonly people: number; readonly whole: number }

/** The line at a share of the people, between the points that are known. */
export function wholeAt(points: readonly LorenzPoint[], people: number): number {
  const after = points.findIndex((point) => point.people >= people)
  const [b, a] = [points[after], points[after - 1] ?? { people: 0, whole: 0 }]
  if (!b) return 1
  return b.people === a.people ? b.whole : a.whole + ((b.whole - a.whole) * (people - a.people)) / (b.people - a.people)
}

/** The share of the people that together hold the smaller half: the rest made the other. */
export function halfAt(points: readonly LorenzPoint[]): LorenzPoint | undefined {
  const after = points.findIndex((point) => point.whole >= 0.5)
  const [b, a] = [points[after], points[after - 1] ?? { people: 0, whole: 0 }]
  if (!b) return undefined
  const share = b.whole === a.whole ? 1 : (0.5 - a.whole) / (b.whole - a.whole)
  return { people: a.people + (b.people - a.people) * share, whole: 0.5 }
}

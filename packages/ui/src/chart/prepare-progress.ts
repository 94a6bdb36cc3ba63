export type ProgressMark = {
  key: string
  /** From 0 (the first day) to 1 (the end of the last). */
  at: number
  /** Of the target; more than 1 where it is passed. */
  share: number
  /** "14 septembre 2026 : 7 résultats sur 12". */
  say: string
  title: string
  rows: readonly { key: string; label: string; text: string }[]
}

/** The top of the scale: the target, or what was reached beyond it, with air above. */
export function topOf(marks: readonly Pick<ProgressMark, 'share'>[]): number {
  return Math.max(1, ...marks.map(({ share }) => share)) * 1.04
}

/** What is reached stays until something comes: a step at each mark, from nothing on the first day. */
export function stepPath(
  marks: readonly Pick<ProgressMark, 'at' | 'share'>[],
  { x, y }: { x: (at: number) => number; y: (share: number) => number },
): string {
  const steps = marks.map(({ at, share }) => `H${x(at).toFixed(1)}V${y(share).toFixed(1)}`)
  return `M${x(0).toFixed(1)} ${y(0).toFixed(1)}${steps.join('')}`
}

/** At most so many marks can be told apart: the last of each stretch of the whole stays, and the very last. */
export function thinned<T extends { at: number }>(marks: readonly T[], most: number): T[] {
  if (marks.length <= most) return [...marks]
  const stretch = (mark: T) => Math.min(Math.floor(mark.at * most), most - 1)
  return marks.filter((mark, index) => {
    const next = marks[index + 1]
    return next === undefined || stretch(next) !== stretch(mark)
  })
}

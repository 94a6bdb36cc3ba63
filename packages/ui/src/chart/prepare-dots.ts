export type DotGrid = { per: number; rows: number; pitch: number; radius: number; columns: readonly number[] }

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const
const groupGap = { phone: 14, desk: 24 } as const

/** How many columns each group takes when a dot stands for `per`; a group that is not empty has at least one. */
function columnsOf(counts: readonly number[], per: number, rows: number) {
  return counts.map((count) => Math.ceil(Math.ceil(count / per) / rows))
}

/** One dot each as long as they fit into the width; then 2, 5, 10 … to a dot, which has to be said beside it. */
export function dotGrid(counts: readonly number[], width: number): DotGrid {
  const isPhone = width < 500
  const rows = isPhone ? 14 : 9
  const pitch = isPhone ? 9.6 : 15
  const gap = isPhone ? groupGap.phone : groupGap.desk
  const fits = (per: number) =>
    columnsOf(counts, per, rows).reduce((sum, columns) => sum + columns * pitch, 0) + gap * (counts.length - 1) <= width
  const per = steps.find(fits) ?? 10_000
  return { per, rows, pitch, radius: isPhone ? 3.4 : 5, columns: columnsOf(counts, per, rows) }
}

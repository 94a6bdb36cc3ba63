/** A figure beside its yardstick of the same run. */
export type Line = {
  readonly what: string
  readonly ours: string
  readonly yardstick: string
  readonly ratio: string
  readonly floor?: string
  readonly aim?: string
  readonly holds?: boolean
}

export function print(title: string, lines: readonly Line[]): void {
  console.log(`\n${title}`)
  const head = { what: 'what', ours: 'Oeuvre', yardstick: 'yardstick', ratio: 'ratio', floor: 'floor', aim: 'aim' }
  const rows = [head, ...lines.map((l) => ({ ...l, floor: l.floor ?? '', aim: l.aim ?? '' }))]
  const keys = ['what', 'ours', 'yardstick', 'ratio', 'floor', 'aim'] as const
  const widths = keys.map((k) => Math.max(...rows.map((r) => r[k].length)))
  for (const [i, row] of rows.entries()) {
    const holds = i === 0 ? '' : lines[i - 1]?.holds === undefined ? '' : lines[i - 1]?.holds ? '  reached' : '  BELOW THE FLOOR'
    console.log(keys.map((k, j) => (j === 0 ? row[k].padEnd(widths[j] ?? 0) : row[k].padStart(widths[j] ?? 0))).join('   ') + holds)
  }
}

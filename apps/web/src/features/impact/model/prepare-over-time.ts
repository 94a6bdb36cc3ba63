import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import type { Cell, ColumnsData, Fill, Period, Series } from '@oeuvre/ui/chart/types.ts'

export type Measure = 'results' | 'value'
/** Words and numbers of the reader's language; nothing here knows a locale. */
export type OverTimeWords = {
  readonly figure: (bp: bigint, minor: bigint) => string
  readonly period: (bucket: ImpactPage['overTime']['buckets'][number]) => Pick<Period, 'label' | 'shortLabel' | 'longLabel'>
  readonly series: (key: string) => { readonly label: string; readonly fill: Fill; readonly order: number }
  readonly others: string
}

type Sums = { readonly bp: bigint; readonly minor: bigint }
const add = (list: readonly Sums[]): Sums => list.reduce((s, x) => ({ bp: s.bp + x.bp, minor: s.minor + x.minor }), { bp: 0n, minor: 0n })
/** Series beyond so many are drawn as one. */
const shown = 5

/**
 * The page's cells as columns: series by size over everything drawn, at most five and then the others; a bucket to come is a gap,
 * not a zero. Heights are results or major units.
 */
export function prepareOverTime(page: Pick<ImpactPage, 'overTime' | 'digits'>, measure: Measure, words: OverTimeWords): ColumnsData {
  const { buckets, cells } = page.overTime
  const sumsOf = (keys: ReadonlySet<string>, bucket?: number): Sums =>
    add(
      cells
        .filter((c) => keys.has(c.key) && (bucket === undefined ? true : c.bucket === bucket))
        .map((c) => ({ bp: BigInt(c.resultsBp), minor: BigInt(c.valueMinor) })),
    )
  const weight = (s: Sums) => (measure === 'results' ? s.bp : s.minor)
  const all = [...new Set(cells.map((c) => c.key))]
    .map((key) => ({ key, sums: sumsOf(new Set([key])) }))
    .filter(({ sums }) => weight(sums) > 0n)
    .toSorted((a, b) => (weight(b.sums) > weight(a.sums) ? 1 : weight(b.sums) < weight(a.sums) ? -1 : a.key < b.key ? -1 : 1))
  const isFolded = all.length > shown + 1
  const own = (isFolded ? all.slice(0, shown) : all).map(({ key }) => ({ keys: new Set([key]), key }))
  const rest = isFolded ? [{ keys: new Set(all.slice(shown).map(({ key }) => key)), key: 'others' }] : []
  const ordered = [...own.toSorted((a, b) => words.series(a.key).order - words.series(b.key).order), ...rest]
  const chosen = buckets.flatMap((b, i) => (b.isChosen && !b.isFuture ? [i] : []))
  const height = (s: Sums) => (measure === 'results' ? Number(s.bp) / 10_000 : Number(s.minor) / 10 ** page.digits)
  const cell = (s: Sums): Cell => ({ value: height(s), text: words.figure(s.bp, s.minor) })
  const gap: Cell = { value: null, text: '—' }
  const everything = new Set(all.map(({ key }) => key))
  return {
    periods: buckets.map((b) => ({
      key: b.key,
      ...words.period(b),
      isChosen: b.isChosen && buckets.some((x) => !x.isChosen),
      isUnfinished: b.isUnfinished,
    })),
    series: ordered.map(({ key, keys }): Series => {
      const figure = add(chosen.map((i) => sumsOf(keys, i)))
      const look = key === 'others' ? { label: words.others, fill: 'other' as const } : words.series(key)
      return { key, label: look.label, fill: look.fill, figure: words.figure(figure.bp, figure.minor) }
    }),
    cells: ordered.map(({ keys }) => buckets.map((b, i) => (b.isFuture ? gap : cell(sumsOf(keys, i))))),
    totals: buckets.map((b, i) => (b.isFuture ? gap : cell(sumsOf(everything, i)))),
  }
}

import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import type { Cell, ColumnsData, Fill, Period, PeriodGroup, Series } from '@oeuvre/ui/chart/types.ts'

export type Measure = 'results' | 'value'
/** Words and numbers of the reader's language; nothing here knows a locale. */
export type OverTimeWords = {
  readonly figure: (bp: bigint, minor: bigint) => string
  readonly period: (bucket: ImpactPage['overTime']['buckets'][number]) => Pick<Period, 'label' | 'shortLabel' | 'longLabel'>
  /** `rank`: how large it is among those drawn, from 0. */
  readonly series: (key: string, rank: number) => { readonly label: string; readonly fill: Fill; readonly order: number }
  /** What stands beneath the columns together; null: nothing does at this grain. */
  readonly group: (bucket: Bucket) => { readonly key: string; readonly label: string; readonly shortLabel: string } | null
  readonly others: string
}
type Bucket = ImpactPage['overTime']['buckets'][number]

type Sums = { readonly bp: bigint; readonly minor: bigint }
const zero: Sums = { bp: 0n, minor: 0n }
const add = (list: readonly Sums[]): Sums => list.reduce((s, x) => ({ bp: s.bp + x.bp, minor: s.minor + x.minor }), zero)
/** Series beyond so many are drawn as one. */
const shown = 5

/** A result stands in several series. */
export function overlaps({ by }: ImpactPage['overTime']): boolean {
  return by === 'channel'
}

type OverTime = Pick<ImpactPage, 'overTime' | 'digits'>

/** Sums of some series, in one bucket or over everything drawn. */
function sumsIn({ cells }: ImpactPage['overTime']) {
  const sums = new Map<string, Sums>()
  const put = (key: string, more: Sums) => sums.set(key, add([sums.get(key) ?? zero, more]))
  for (const c of cells) {
    const own = { bp: BigInt(c.resultsBp), minor: BigInt(c.valueMinor) }
    put(c.key, own)
    put(`${c.bucket} ${c.key}`, own)
  }
  return (keys: readonly string[], bucket?: number): Sums =>
    add(keys.map((key) => sums.get(bucket === undefined ? key : `${bucket} ${key}`) ?? zero))
}

/**
 * Series by size, at most five and then the others as one. Where a result stands in several (channels) others cannot be added up: the
 * six largest alone.
 */
function seriesOf({ overTime }: OverTime, sizeOf: (key: string) => bigint, words: OverTimeWords) {
  const all = [...new Set(overTime.cells.map((c) => c.key))]
    .map((key) => ({ key, size: sizeOf(key) }))
    .filter(({ size }) => size > 0n)
    .toSorted((a, b) => (b.size > a.size ? 1 : b.size < a.size ? -1 : a.key < b.key ? -1 : 1))
    .map(({ key }) => key)
  const isOverlapping = overlaps(overTime)
  const isFolded = all.length > shown + 1 && !isOverlapping
  const own = all.slice(0, isFolded ? shown : shown + 1).map((key, rank) => ({ key, keys: [key], ...words.series(key, rank) }))
  const rest = isFolded ? [{ key: 'others', keys: all.slice(shown), label: words.others, fill: 'other' as const }] : []
  return { drawn: [...own.toSorted((a, b) => a.order - b.order), ...rest], all, isOverlapping }
}

/**
 * The page's cells as columns; a bucket to come is a gap, not a zero. Heights are results or major units.
 */
export function prepareOverTime(page: OverTime, measure: Measure, words: OverTimeWords): ColumnsData {
  const { buckets } = page.overTime
  const sumsOf = sumsIn(page.overTime)
  const weight = (s: Sums) => (measure === 'results' ? s.bp : s.minor)
  const { drawn, all, isOverlapping } = seriesOf(page, (key) => weight(sumsOf([key])), words)
  const chosen = buckets.flatMap((b, i) => (b.isChosen && !b.isFuture ? [i] : []))
  const height = (s: Sums) => (measure === 'results' ? Number(s.bp) / 10_000 : Number(s.minor) / 10 ** page.digits)
  const cell = (s: Sums): Cell => ({ value: height(s), text: words.figure(s.bp, s.minor) })
  const gap: Cell = { value: null, text: '—' }
  const total = (i: number): Cell => ({ ...cell(sumsOf(all, i)), ...(isOverlapping && { text: '' }) })
  return {
    periods: buckets.map((b) => ({
      key: b.key,
      ...words.period(b),
      isChosen: b.isChosen && buckets.some((x) => !x.isChosen),
      isUnfinished: b.isUnfinished,
    })),
    series: drawn.map(({ key, keys, label, fill }): Series => {
      const figure = add(chosen.map((i) => sumsOf(keys, i)))
      return { key, label, fill, figure: words.figure(figure.bp, figure.minor) }
    }),
    cells: drawn.map(({ keys }) => buckets.map((b, i) => (b.isFuture ? gap : cell(sumsOf(keys, i))))),
    totals: buckets.map((b, i) => (b.isFuture ? gap : total(i))),
    groups: groupsOf(buckets, words.group),
  }
}

/** Neighbours of one group, ruled beneath their columns; one alone beneath everything says nothing. */
function groupsOf(buckets: readonly Bucket[], groupOf: OverTimeWords['group']): PeriodGroup[] {
  const groups: PeriodGroup[] = []
  for (const [index, bucket] of buckets.entries()) {
    const group = groupOf(bucket)
    if (!group) return []
    const last = groups.at(-1)
    if (last?.key === group.key) groups[groups.length - 1] = { ...last, to: index, isChosen: (last.isChosen ?? false) && bucket.isChosen }
    else groups.push({ ...group, from: index, to: index, isChosen: bucket.isChosen })
  }
  const isAllChosen = groups.every((group) => group.isChosen)
  return groups.length > 1 ? groups.map((group) => ({ ...group, isChosen: !isAllChosen && (group.isChosen ?? false) })) : []
}

import type { Figure } from '@oeuvre/domain/impact/parts/schema'
import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Track } from '@oeuvre/ui/data/track.tsx'
import type { ReactNode } from 'react'
import { usePageWords } from '../model/use-page-words.ts'
import { FigureLink } from './figure-link.tsx'

export type FigureRow = Pick<Figure, 'resultsBp' | 'valueMinor'> & {
  readonly key: string
  readonly name: ReactNode
  readonly before: Pick<Figure, 'resultsBp'> | null
  /** Where its figures open; null: nowhere. */
  readonly search: Record<string, string> | null
  readonly tone?: 'ink' | 'soft'
}

/** Results with the difference from the period before, and value, row by row; each figure opens its stories. `more` stands after value. */
export function FigureTable<Row extends FigureRow>({
  page,
  caption,
  head,
  rows,
  more = [],
  total,
}: {
  page: ImpactPage
  caption: string
  /** What a row is. */
  head: string
  rows: readonly Row[]
  more?: readonly Column<Row>[]
  /** What the last row is called, where the rows add up to all results. */
  total?: string
}) {
  const { t, f, results, value } = usePageWords(page)
  const most = Math.max(...rows.map((row) => Number(row.resultsBp)), 1)
  const { now, before } = page.headline
  const difference = (a: string, b: string) => f.difference((Number(a) - Number(b)) / 10_000)
  const change: Column<Row> = {
    key: 'before',
    header: t('change'),
    align: 'right',
    width: 72,
    phone: 'drop',
    cell: (row) => difference(row.resultsBp, row.before?.resultsBp ?? '0'),
  }
  const columns: Column<Row>[] = [
    { key: 'name', header: head, rowHeader: true, cell: (row) => row.name },
    {
      key: 'results',
      header: t('results'),
      align: 'right',
      strong: true,
      width: 88,
      cell: (row) => <FigureLink search={row.search}>{results(row.resultsBp)}</FigureLink>,
    },
    ...(page.compared ? [change] : []),
    {
      key: 'value',
      header: t('value'),
      align: 'right',
      width: 96,
      cell: (row) => (row.valueMinor === '0' ? '—' : <FigureLink search={row.search}>{value(row.valueMinor)}</FigureLink>),
    },
    ...more,
    { key: 'bar', width: '24%', phone: 'drop', cell: (row) => <Track share={Number(row.resultsBp) / most} tone={row.tone ?? 'ink'} /> },
  ]
  const foot = total && {
    name: total,
    results: results(now.resultsBp),
    before: before && difference(now.resultsBp, before.resultsBp),
    value: value(now.valueMinor),
  }
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => row.key} {...(foot && { foot })} />
}

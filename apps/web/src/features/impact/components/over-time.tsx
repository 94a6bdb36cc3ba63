import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { storiesOfSeries } from '@oeuvre/domain/impact/stories/rules'
import { ChartFrame } from '@oeuvre/ui/chart/chart-frame.tsx'
import { Columns } from '@oeuvre/ui/chart/columns.tsx'
import { tableOf } from '@oeuvre/ui/chart/prepare-table.ts'
import { StackedColumns } from '@oeuvre/ui/chart/stacked-columns.tsx'
import { overlaps, prepareOverTime } from '../model/prepare-over-time.ts'
import { useBucketWords } from '../model/use-bucket-words.ts'
import { useOpen } from '../model/use-open.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { useSeriesWords } from '../model/use-series-words.ts'
import { OverTimePicks } from './over-time-picks.tsx'
import { Section } from './section.tsx'
import { TakePart } from './take-part.tsx'

type Props = {
  readonly page: ImpactPage
  readonly filter: ImpactFilter
  readonly onFilter: (change: Partial<ImpactFilter>) => void
}

/** Results or value over time; the running period pale and dashed, a period to come a gap. */
export function OverTime({ page, filter, onFilter }: Props) {
  const { t, f, results, value, money } = usePageWords(page)
  const measure = filter.measure ?? 'results'
  const figure = (bp: bigint, minor: bigint) => (measure === 'results' ? results(bp) : value(minor))
  const { buckets, grain, above } = page.overTime
  const words = useBucketWords(page, buckets)
  const data = prepareOverTime(page, measure, { figure, ...words, series: useSeriesWords(page), others: t('overTime.others') })
  const { openMark, openSeries } = useMarks({ page, filter }, new Set(data.series.map((series) => series.key)))
  const title = t('overTime.title', { grain })
  const total = figure(BigInt(page.headline.now.resultsBp), BigInt(page.headline.now.valueMinor))
  const isOverlapping = overlaps(page.overTime)
  const isStacked = !isOverlapping && (filter.shape ?? 'stacked') === 'stacked'
  const Drawing = isStacked ? StackedColumns : Columns
  const notes = [
    measure === 'results' ? t('overTime.note') : t('overTime.valueNote', { currency: f.currencyName(page.currency) }),
    ...(isOverlapping ? [t('overTime.channelNote')] : []),
    ...(Object.keys(above).length > 0 ? [t('overTime.movedNote')] : []),
  ]
  return (
    <Section
      of={['overTime']}
      page={page}
      title={title}
      note={notes.join(' ')}
      picks={<OverTimePicks page={page} filter={filter} onFilter={onFilter} />}
    >
      <ChartFrame
        table={tableOf(data, { caption: title, period: t('period'), ...(!isOverlapping && { total: t('overTime.total') }) })}
        texts={{ showTable: t('table'), showChart: t('chart') }}
        actions={<TakePart page={page} filter={filter} part="over-time" title={title} />}
      >
        <Drawing
          data={data}
          label={t('overTime.aria', { title, total })}
          formatTick={(n) => (measure === 'results' ? f.number(n) : f.moneyCompact(money(BigInt(Math.round(n * 10 ** page.digits)))))}
          whole={measure === 'results'}
          onOpen={openMark}
          onOpenSeries={openSeries}
        />
      </ChartFrame>
    </Section>
  )
}

/** The stories of a column, of one series in it, or of a series over the period; of several drawn as one together. */
function useMarks({ page, filter }: Pick<Props, 'page' | 'filter'>, drawn: ReadonlySet<string>) {
  const { open } = useOpen(filter, page)
  const { buckets, cells } = page.overTime
  const all = [...new Set(cells.map((cell) => cell.key))]
  const others = all.filter((key) => !drawn.has(key))
  const of = (key: string | undefined) => (key === undefined ? {} : storiesOfSeries(page.overTime, key === 'others' ? others : [key], all))
  return {
    openMark(key: string, series?: string) {
      const bucket = buckets.find((one) => one.key === key)
      if (bucket) open(of(series), bucket)
    },
    openSeries: (series: string) => open(of(series)),
  }
}

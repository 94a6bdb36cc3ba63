import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { storiesOfSeries } from '@oeuvre/domain/impact/stories/rules'
import { Pick } from '@oeuvre/ui/actions/pick.tsx'
import { ChartFrame } from '@oeuvre/ui/chart/chart-frame.tsx'
import { tableOf } from '@oeuvre/ui/chart/prepare-table.ts'
import { StackedColumns } from '@oeuvre/ui/chart/stacked-columns.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import type { Pigment } from '@oeuvre/ui/marks/pigment.ts'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useShell } from '../../../lib/shell.ts'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'
import { behind } from '../model/drill-down.ts'
import { prepareOverTime } from '../model/prepare-over-time.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { TakePart } from './take-part.tsx'

const sideLooks = { social: ['solid', 0], both: ['hatched', 1], conventional: ['stone', 2], 'not-stated': ['dotted', 3] } as const

function useSeries(page: ImpactPage) {
  const { t } = usePageWords(page)
  const names = useVocabularyNames()
  return (key: string) => {
    if (page.overTime.by === 'none') return { label: t('overTime.all'), fill: 'solid' as const, order: 0 }
    if (page.overTime.by === 'side') {
      const [fill, order] = sideLooks[key as keyof typeof sideLooks]
      return { label: t(`sides.names.${key as keyof typeof sideLooks}`), fill, order }
    }
    const at = page.types.findIndex((row) => row.type.id === key)
    const type = page.types[at]?.type
    return {
      label: type ? names.type(type) : t('overTime.others'),
      fill: type ? (type.pigment as Pigment) : ('other' as const),
      order: type?.pigment ?? 99,
    }
  }
}

function useBucketWords(page: ImpactPage) {
  const { t, f } = usePageWords(page)
  return (b: ImpactPage['overTime']['buckets'][number]) => {
    switch (page.overTime.grain) {
      case 'month':
        return { label: f.monthName(b.from, 'short'), shortLabel: f.monthName(b.from, 'narrow'), longLabel: f.month(b.from) }
      case 'week':
        return { label: f.day(b.from, 'short'), shortLabel: b.key.slice(-2), longLabel: f.dayRange(b.from, b.to) }
      case 'quarter':
        return { label: b.key, shortLabel: b.key.slice(-2), longLabel: t('quarter', { n: b.key.slice(-1), year: b.key.slice(0, 4) }) }
      case 'year':
        return { label: b.key, shortLabel: b.key.slice(-2), longLabel: b.key }
      default:
        return { label: String(Number(b.from.slice(8))), shortLabel: String(Number(b.from.slice(8))), longLabel: f.day(b.from) }
    }
  }
}

/** Results or value over time; the running period pale and dashed, a period to come a gap. */
export function OverTime({
  page,
  filter,
  onFilter,
}: {
  page: ImpactPage
  filter: ImpactFilter
  onFilter: (change: Partial<ImpactFilter>) => void
}) {
  const { t, f, results, value, money } = usePageWords(page)
  const { organization } = useShell()
  const navigate = useNavigate()
  const measure = filter.measure ?? 'results'
  const figure = (bp: bigint, minor: bigint) => (measure === 'results' ? results(bp) : value(minor))
  const data = prepareOverTime(page, measure, {
    figure,
    period: useBucketWords(page),
    series: useSeries(page),
    others: t('overTime.others'),
  })
  const title = t('overTime.title', { grain: page.overTime.grain })
  const total = figure(BigInt(page.headline.now.resultsBp), BigInt(page.headline.now.valueMinor))
  const drawn = new Set(data.series.map((series) => series.key))
  const others = [...new Set(page.overTime.cells.map((cell) => cell.key))].filter((key) => !drawn.has(key))
  const narrowed = (key?: string) => (key === undefined ? {} : storiesOfSeries(page.overTime.by, key === 'others' ? others : [key]))
  const go = (days: { from: string; to: string }, key?: string) => {
    const stories = behind(filter, days, narrowed(key))
    if (stories) void navigate({ to: '/$organization/outcomes', params: { organization }, search: stories as never })
  }
  return (
    <SideHead
      title={title}
      note={measure === 'results' ? t('overTime.note') : t('overTime.valueNote', { currency: f.currencyName(page.currency) })}
      picks={<Picks measure={measure} by={page.overTime.by} onFilter={onFilter} />}
    >
      <ChartFrame
        table={tableOf(data, { caption: title, period: t('period'), total: t('overTime.total') })}
        texts={{ showTable: t('table'), showChart: t('chart') }}
        actions={<TakePart page={page} filter={filter} part="over-time" title={title} />}
      >
        <StackedColumns
          data={data}
          label={t('overTime.aria', { title, total })}
          formatTick={(n) => (measure === 'results' ? f.number(n) : f.moneyCompact(money(BigInt(Math.round(n * 10 ** page.digits)))))}
          whole={measure === 'results'}
          onOpen={(key, series) => {
            const bucket = page.overTime.buckets.find((b) => b.key === key)
            if (bucket) go(bucket, series)
          }}
          onOpenSeries={(series) => go(page.period, series)}
        />
      </ChartFrame>
    </SideHead>
  )
}

type PicksProps = {
  readonly measure: NonNullable<ImpactFilter['measure']>
  readonly by: ImpactPage['overTime']['by']
  readonly onFilter: (change: Partial<ImpactFilter>) => void
}

function Picks({ measure, by, onFilter }: PicksProps) {
  const t = useTranslations('impact')
  return (
    <>
      <Pick
        label={t('overTime.measure')}
        value={measure}
        onPick={(key) => onFilter({ measure: key === 'results' ? undefined : key })}
        options={[
          { key: 'results', label: t('overTime.results') },
          { key: 'value', label: t('overTime.value') },
        ]}
      />
      <Pick
        label={t('overTime.by')}
        value={by}
        onPick={(key) => onFilter({ by: key === 'type' ? undefined : key })}
        options={[
          { key: 'type', label: t('overTime.byType') },
          { key: 'side', label: t('overTime.bySide') },
          { key: 'none', label: t('overTime.byNone') },
        ]}
      />
    </>
  )
}

import type { HeadlineFigures, ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { storiesOfWait } from '@oeuvre/domain/impact/stories/rules'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { ChartTable } from '@oeuvre/ui/chart/chart-table.tsx'
import { Sparkline } from '@oeuvre/ui/chart/sparkline.tsx'
import { type Figure, Figures } from '@oeuvre/ui/layout/figures.tsx'
import { type ReactNode, useState } from 'react'
import { prepareTrend, type Trend } from '../model/prepare-trend.ts'
import { useBucketWords } from '../model/use-bucket-words.ts'
import { useOpen } from '../model/use-open.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { Definition } from './definition.tsx'
import styles from './headline.module.css'
import { TakePart } from './take-part.tsx'

type Props = { readonly page: ImpactPage; readonly filter: ImpactFilter }
const defined = ['results', 'value', 'people', 'median'] as const

/** The four headline figures, each with the period before in words, a small line and a way to its stories. */
export function Headline({ page, filter }: Props) {
  const { t, f } = usePageWords(page)
  const [isTable, setTable] = useState(false)
  const figures = useFigures({ page, filter })
  const { compared } = page
  return (
    <section aria-label={t('headline.label')}>
      <Figures label={t('headline.label')} figures={figures} />
      {isTable && <TrendTable page={page} />}
      <div className={styles.foot}>
        {compared && <p>{t('headline.compared', { days: f.dayRange(compared.from, compared.to) })}</p>}
        <div className={styles.tools} data-print="hide">
          <Definition of={defined} title={t('headline.label')} page={page} />
          <TextButton look="quiet" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {isTable ? t('chart') : t('headline.table')}
          </TextButton>
          <TakePart page={page} filter={filter} part="headline" title={t('headline.label')} hasPicture={false} />
        </div>
      </div>
    </section>
  )
}

function Spark({ trend, of }: { trend: Trend; of: 'results' | 'value' | 'people' | 'medianDays' }) {
  return <Sparkline values={trend[of]} isLastUnfinished={trend.isLastUnfinished} {...(trend.chosen && { chosen: trend.chosen })} />
}

/** "11 more than before (52)". */
function useBeside(page: ImpactPage) {
  const { t } = usePageWords(page)
  const { now, before } = page.headline
  return (of: (h: HeadlineFigures) => bigint, words: (n: bigint) => string, less: 'less' | 'lessValue' = 'less') => {
    if (!before) return undefined
    const [a, b] = [of(now), of(before)]
    if (a === b) return t('headline.same', { before: words(b) })
    const strong = (chunks: ReactNode) => <b>{chunks}</b>
    const which = a > b ? 'more' : less
    return t.rich(`headline.${which}`, { difference: words(a > b ? a - b : b - a), before: words(b), strong })
  }
}

function useFigures({ page, filter }: Props): Figure[] {
  const { t, f, money, results, value } = usePageWords(page)
  const { opening } = useOpen(filter, page)
  const beside = useBeside(page)
  const trend = prepareTrend(page)
  const { now } = page.headline
  const worth = f.moneyParts(money(now.valueMinor))
  return [
    {
      key: 'results',
      label: t('headline.results'),
      value: results(now.resultsBp),
      note: (
        <>
          {beside((h) => BigInt(h.resultsBp), results)}
          {Number(now.resultsBp) < now.outcomes * 10_000 && (
            <span className={styles.apart}>{t('headline.shared', { count: now.outcomes })}</span>
          )}
        </>
      ),
      spark: <Spark trend={trend} of="results" />,
      ...opening(),
    },
    {
      key: 'value',
      label: t('headline.value'),
      value: `${worth.before}${worth.figure}`,
      unit: worth.after,
      note: (
        <>
          {beside((h) => BigInt(h.valueMinor), value, 'lessValue')}
          {now.potentialMinor !== '0' && (
            <span className={styles.apart}>{t('headline.potential', { value: value(now.potentialMinor) })}</span>
          )}
        </>
      ),
      spark: <Spark trend={trend} of="value" />,
      ...opening(),
    },
    {
      key: 'people',
      label: t('headline.people'),
      value: f.number(now.people),
      note: beside(
        (h) => BigInt(h.people),
        (n) => f.number(n),
      ),
      spark: <Spark trend={trend} of="people" />,
      ...opening(),
    },
    useMedian({ page, filter }, <Spark trend={trend} of="medianDays" />),
  ]
}

/** Beside the median stands the promise, and how often it was kept. */
function useMedian({ page, filter }: Props, spark: ReactNode): Figure {
  const { t, f } = usePageWords(page)
  const { opening } = useOpen(filter, page)
  const { medianDays } = page.headline.now
  const { kept } = page.timeToVerify
  const label = t('headline.median')
  if (medianDays === null) return { key: 'median', label, value: '—', note: t('headline.noMedian') }
  const promise = f.days(page.promiseDays)
  const share = kept.of > 0 ? f.percent(Math.round((kept.outcomes * 10_000) / kept.of)) : null
  const [figure = '', ...unit] = f
    .days(Number(medianDays))
    .replaceAll(' ', '\u00a0')
    .split(/(?=\s)/u)
  return {
    key: 'median',
    label,
    value: figure,
    unit: unit.join(''),
    note: share === null ? t('headline.promise', { days: promise }) : t('headline.kept', { days: promise, share }),
    spark,
    ...opening(storiesOfWait({ from: 0, to: null })),
  }
}

/** What the small lines draw. */
function TrendTable({ page }: { page: ImpactPage }) {
  const { t, f, results, value } = usePageWords(page)
  const { period } = useBucketWords(page, page.trend.buckets)
  const buckets = page.trend.buckets.filter((bucket) => !bucket.isFuture)
  const rows = buckets.map((bucket, index) => {
    const cell = page.trend.cells.find((one) => one.bucket === index)
    const median = cell?.medianDays ?? null
    return {
      key: bucket.key,
      label: period(bucket).longLabel,
      cells: [
        results(cell?.resultsBp ?? '0'),
        value(cell?.valueMinor ?? '0'),
        f.number(cell?.people ?? 0),
        median === null ? '—' : f.days(median),
      ],
    }
  })
  const head = [t('period'), t('headline.results'), t('headline.value'), t('headline.people'), t('headline.median')]
  return (
    <div className={styles.table}>
      <ChartTable data={{ caption: t('headline.label'), head, rows }} />
    </div>
  )
}

import type { Beside, Estimate } from '@oeuvre/domain/impact/parts/schema'
import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { storiesOfEstimate } from '@oeuvre/domain/impact/stories/rules'
import { ChartFrame } from '@oeuvre/ui/chart/chart-frame.tsx'
import { Intervals } from '@oeuvre/ui/chart/intervals.tsx'
import type { IntervalRow } from '@oeuvre/ui/chart/types.ts'
import { useEstimateWords } from '../model/use-estimate-words.ts'
import { useOpen } from '../model/use-open.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { FigureLink } from './figure-link.tsx'
import styles from './sides.module.css'
import { TakePart } from './take-part.tsx'

type What = 'size' | 'days' | 'conversion'
type Props = { readonly page: ImpactPage; readonly filter: ImpactFilter; readonly what: What; readonly beside: Beside }
const both = ['social', 'conventional'] as const

/** A median or a rate of each side with its interval, and what the two allow one to say. Without enough cases it says so instead. */
export function Estimates({ page, filter, what, beside }: Props) {
  const { t, f } = usePageWords(page)
  const { open, search } = useOpen(filter, page)
  const words = useEstimateWords(page, what)
  const rows = both.flatMap((side) => rowOf(side, beside[side], words) ?? [])
  const few = both.filter((side) => beside[side].cases > 0 && !rows.some((row) => row.key === side))
  const table = {
    caption: t(`estimates.${what}.title`),
    head: [t('sides.side'), t('estimates.cases'), t(`estimates.${what}.middle`), t('estimates.low'), t('estimates.high')],
    rows: both.map((side) => ({
      key: side,
      label: t(`estimates.names.${side}`),
      cells: [
        f.number(beside[side].cases),
        words.figure(beside[side].middle),
        words.figure(beside[side].low),
        words.figure(beside[side].high),
      ],
    })),
  }
  const method = t('estimates.method', { middle: t(`estimates.${what}.middle`), confidence: f.percent(page.comparison.confidenceBp) })
  return (
    <ChartFrame
      title={t(`estimates.${what}.title`)}
      figure={method}
      note={t(`estimates.${what}.${beside.verdict}`)}
      table={table}
      texts={{ showTable: t('table'), showChart: t('chart') }}
      actions={<TakePart page={page} filter={filter} part="comparison" title={t(`estimates.${what}.title`)} />}
    >
      {rows.length > 0 && (
        <Intervals
          rows={rows}
          label={`${t(`estimates.${what}.title`)}, ${method}`}
          formatTick={(n) => words.figure(n)}
          onOpen={(key) => open(storiesOfEstimate(what, key === 'social' ? 'social' : 'conventional'))}
        />
      )}
      {few.map((side) => (
        <p key={side} className={styles.few}>
          <FigureLink search={search(storiesOfEstimate(what, side))}>
            {t('estimates.few', {
              side: t(`estimates.names.${side}`),
              count: beside[side].cases,
            })}
          </FigureLink>
        </p>
      ))}
    </ChartFrame>
  )
}

function rowOf(side: (typeof both)[number], estimate: Estimate, words: ReturnType<typeof useEstimateWords>): IntervalRow | null {
  const { middle, low, high } = estimate
  if (middle === null || low === null || high === null) return null
  return {
    key: side,
    label: words.side(side),
    text: words.figure(middle),
    range: words.range(low, high),
    low,
    middle,
    high,
    fill: side === 'social' ? 'solid' : 'hollow',
  }
}

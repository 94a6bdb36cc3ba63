import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { storiesOfPromise, storiesOfWait } from '@oeuvre/domain/impact/stories/rules'
import { ChartFrame } from '@oeuvre/ui/chart/chart-frame.tsx'
import { tableOf } from '@oeuvre/ui/chart/prepare-table.ts'
import { StackedColumns } from '@oeuvre/ui/chart/stacked-columns.tsx'
import { prepareWaits } from '../model/prepare-waits.ts'
import { useOpen } from '../model/use-open.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { FigureLink } from './figure-link.tsx'
import { Section } from './section.tsx'
import { TakePart } from './take-part.tsx'

type Props = { readonly page: ImpactPage; readonly filter: ImpactFilter }

/** How long results waited for their decision, and how often the promise was kept. */
export function TimeToVerify({ page, filter }: Props) {
  const { t, f } = usePageWords(page)
  const { search, open } = useOpen(filter, page)
  const { bins, kept } = page.timeToVerify
  if (kept.of === 0) return null
  const title = t('timeToVerify.title')
  const days = (from: number, to: number | null) => {
    if (to === null) return t('timeToVerify.more', { from: f.number(from) })
    return from === to ? f.days(from) : t('timeToVerify.span', { from: f.number(from), to: f.days(to) })
  }
  const data = prepareWaits(bins, { label: t('timeToVerify.results'), number: f.number, days })
  const link = (promise: 'kept' | 'late') => (chunks: React.ReactNode) => (
    <FigureLink look="link" search={search(storiesOfPromise(promise))}>
      {chunks}
    </FigureLink>
  )
  return (
    <Section
      of={['timeToVerify']}
      page={page}
      title={title}
      note={t('timeToVerify.note')}
      say={t.rich('timeToVerify.kept', {
        kept: kept.outcomes,
        late: kept.of - kept.outcomes,
        share: f.percent(Math.round((kept.outcomes * 10_000) / kept.of)),
        inTime: link('kept'),
        tooLate: link('late'),
      })}
    >
      <ChartFrame
        table={tableOf(data, { caption: title, period: t('timeToVerify.days') })}
        texts={{ showTable: t('table'), showChart: t('chart') }}
        actions={<TakePart page={page} filter={filter} part="time-to-verify" title={title} />}
      >
        <StackedColumns
          data={data}
          label={t('timeToVerify.aria', { count: kept.of })}
          formatTick={(n) => f.number(n)}
          isBare
          onOpen={(key) => {
            const bin = bins.find((one) => String(one.from) === key)
            if (bin) open(storiesOfWait(bin))
          }}
        />
      </ChartFrame>
    </Section>
  )
}

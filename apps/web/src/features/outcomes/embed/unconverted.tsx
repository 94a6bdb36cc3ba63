import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'

/** Asked again while results are being converted. */
const pauseMs = 2_000

export function unconvertedQuery() {
  return trpc.outcomes.unconverted.queryOptions(undefined, { refetchInterval: ({ state }) => (state.data?.converting ? pauseMs : false) })
}

/** Results without a value in the reporting currency: how many, of which currency, which days lack a rate; and how far the work on the others is. */
export function Unconverted() {
  const t = useTranslations('rates.missing')
  const f = useFormat()
  const { data } = useSuspenseQuery(unconvertedQuery())
  const { converting, currencies } = data
  return (
    <SideHead title={t('title')} note={t('note')}>
      <div role="status">
        {converting > 0 && <Notice>{t('converting', { count: converting })}</Notice>}
        {converting === 0 && currencies.length === 0 && <p>{t('none')}</p>}
      </div>
      {currencies.length > 0 && (
        <DataTable
          caption={t('title')}
          rows={currencies}
          rowKey={({ currency }) => currency}
          columns={[
            { key: 'currency', header: t('currency'), rowHeader: true, cell: ({ currency }) => currency },
            { key: 'results', header: t('results'), align: 'right', cell: ({ outcomes }) => f.number(outcomes) },
            { key: 'verified', header: t('verified'), align: 'right', phone: 'drop', cell: ({ verified }) => f.number(verified) },
            {
              key: 'days',
              header: t('days'),
              cell: ({ days, moreDays }) => {
                const named = days.map(({ day }) => f.day(day, 'medium'))
                return moreDays > 0 ? t('andMore', { days: named.join(' · '), count: moreDays }) : named.join(' · ')
              },
            },
          ]}
        />
      )}
    </SideHead>
  )
}

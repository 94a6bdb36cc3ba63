import type { RatedCurrency, RateLoad } from '@oeuvre/domain/rates/schema'
import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import classes from './rates.module.css'

/** Which currencies there are rates of, from when to when. */
export function KnownRates({ currencies }: { readonly currencies: readonly RatedCurrency[] }) {
  const t = useTranslations('rates.known')
  const f = useFormat()
  if (currencies.length === 0) return <p className={classes.note}>{t('none')}</p>
  return (
    <DataTable
      tight
      caption={t('title')}
      rows={currencies}
      rowKey={({ currency }) => currency}
      columns={[
        {
          key: 'currency',
          header: t('currency'),
          rowHeader: true,
          cell: ({ currency }) => (
            <>
              {currency} {f.currencyName(currency) !== currency && <span className={classes.name}>{f.currencyName(currency)}</span>}
            </>
          ),
        },
        { key: 'first', header: t('first'), phone: 'drop', oneLine: true, cell: ({ firstDay }) => f.day(firstDay, 'medium') },
        { key: 'last', header: t('last'), oneLine: true, cell: ({ lastDay }) => f.day(lastDay, 'medium') },
        { key: 'rate', header: t('perEuro'), align: 'right', cell: ({ perEuro }) => f.rate(perEuro) },
        { key: 'source', header: t('source'), phone: 'drop', cell: ({ source }) => t(`sources.${source}`) },
      ]}
    />
  )
}

/** The files that were read, the newest first. */
export function RateLoads({ loads }: { readonly loads: readonly RateLoad[] }) {
  const t = useTranslations('rates.loads')
  const f = useFormat()
  if (loads.length === 0) return <p className={classes.note}>{t('none')}</p>
  return (
    <DataTable
      tight
      caption={t('title')}
      rows={loads}
      rowKey={({ id }) => id}
      columns={[
        { key: 'file', header: t('file'), rowHeader: true, cell: ({ fileName }) => fileName ?? t('unnamed') },
        { key: 'days', header: t('days'), phone: 'drop', cell: ({ firstDay, lastDay }) => f.dayRange(firstDay, lastDay) },
        { key: 'what', header: t('what'), cell: ({ added, corrected, kept }) => t('counts', { added, corrected, kept }) },
        { key: 'by', header: t('by'), phone: 'drop', cell: ({ by }) => by?.name ?? '' },
        { key: 'at', header: t('at'), oneLine: true, cell: ({ at }) => f.instantDay(at, 'medium') },
      ]}
    />
  )
}

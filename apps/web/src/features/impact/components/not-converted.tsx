import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { storiesUnconverted } from '@oeuvre/domain/impact/stories/rules'
import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import { useOpen } from '../model/use-open.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { FigureLink } from './figure-link.tsx'
import styles from './not-converted.module.css'
import { Section } from './section.tsx'
import { TakePart } from './take-part.tsx'

type Props = { readonly page: ImpactPage; readonly filter: ImpactFilter }

/** Value in other currencies without a rate: apart, in no other figure, with the days of which a rate is missing. */
export function NotConverted({ page, filter }: Props) {
  const { t, f } = usePageWords(page)
  const { search } = useOpen(filter, page)
  if (page.notConverted.length === 0) return null
  return (
    <Section
      of={['notConverted']}
      page={page}
      title={t('notConverted.title')}
      note={t('notConverted.note')}
      end={<TakePart page={page} filter={filter} part="not-converted" title={t('notConverted.title')} hasPicture={false} />}
    >
      <DataTable
        caption={t('notConverted.title')}
        rows={page.notConverted}
        rowKey={({ currency }) => currency}
        columns={[
          { key: 'currency', header: t('notConverted.currency'), rowHeader: true, cell: ({ currency }) => f.currencyName(currency) },
          {
            key: 'results',
            header: t('results'),
            align: 'right',
            strong: true,
            cell: ({ currency, outcomes }) => <FigureLink search={search(storiesUnconverted(currency))}>{f.number(outcomes)}</FigureLink>,
          },
          {
            key: 'value',
            header: t('value'),
            align: 'right',
            cell: ({ currency, digits, valueMinor }) => (
              <FigureLink search={search(storiesUnconverted(currency))}>{f.money({ minor: valueMinor, currency, digits })}</FigureLink>
            ),
          },
          {
            key: 'days',
            header: t('notConverted.days'),
            cell: ({ firstDay, lastDay }) => f.dayRange(firstDay, lastDay),
          },
        ]}
      />
      <Remedy page={page} />
    </Section>
  )
}

/** Whoever keeps the rates gets the way to them; others know whom to ask. */
function Remedy({ page }: Pick<Props, 'page'>) {
  const { t } = usePageWords(page)
  const { organization, roles } = useShell()
  if (!roles.includes('administrator'))
    return (
      <p className={styles.remedy} data-print="hide">
        {t('notConverted.ask')}
      </p>
    )
  return (
    <p className={styles.remedy} data-print="hide">
      <ScreenLink to="/$organization/admin/rates" params={{ organization }} look="more">
        {t('notConverted.load')}
      </ScreenLink>
    </p>
  )
}

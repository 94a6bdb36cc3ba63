import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Track } from '@oeuvre/ui/data/track.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { KindMark } from '@oeuvre/ui/marks/kind-mark.tsx'
import type { Pigment } from '@oeuvre/ui/marks/pigment.ts'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'
import { behind } from '../model/drill-down.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { FigureLink } from './figure-link.tsx'

type Props = { readonly page: ImpactPage; readonly filter: ImpactFilter }

/** By type of result: adds up to the whole. */
export function Types({ page, filter }: Props) {
  const { t, results, value } = usePageWords(page)
  const names = useVocabularyNames()
  type Row = ImpactPage['types'][number]
  const most = Math.max(...page.types.map((row) => Number(row.resultsBp)), 1)
  const hasPotential = page.types.some((row) => row.potentialMinor !== '0')
  const columns: Column<Row>[] = [
    {
      key: 'type',
      header: t('types.type'),
      rowHeader: true,
      cell: (row) => <KindMark pigment={row.type.pigment as Pigment}>{names.type(row.type)}</KindMark>,
    },
    {
      key: 'results',
      header: t('types.results'),
      align: 'right',
      strong: true,
      width: 88,
      cell: (row) => <FigureLink search={behind(filter, page.period, { type: [row.type.id] })}>{results(row.resultsBp)}</FigureLink>,
    },
    {
      key: 'value',
      header: t('types.value'),
      align: 'right',
      width: 96,
      cell: (row) => (row.valueMinor === '0' ? '—' : value(row.valueMinor)),
    },
    ...(hasPotential
      ? [
          {
            key: 'potential',
            header: t('types.potential'),
            align: 'right',
            width: 112,
            phone: 'drop',
            cell: (row) => (row.potentialMinor === '0' ? '—' : value(row.potentialMinor)),
          } satisfies Column<Row>,
        ]
      : []),
    { key: 'bar', width: '24%', phone: 'drop', cell: (row) => <Track share={Number(row.resultsBp) / most} /> },
  ]
  if (page.types.length === 0) return null
  return (
    <SideHead title={t('types.title')} note={t('types.note')}>
      <DataTable
        caption={t('types.title')}
        columns={columns}
        rows={page.types}
        rowKey={(row) => row.type.id}
        foot={{ type: t('overTime.total'), results: results(page.headline.now.resultsBp), value: value(page.headline.now.valueMinor) }}
      />
    </SideHead>
  )
}

/** By channel: results in which it took part. Never stacked, no total: a result can have several. */
export function Channels({ page, filter }: Props) {
  const { t, results, value } = usePageWords(page)
  const names = useVocabularyNames()
  type Row = ImpactPage['channels'][number]
  const most = Math.max(...page.channels.map((row) => Number(row.resultsBp)), 1)
  const columns: Column<Row>[] = [
    { key: 'channel', header: t('channels.channel'), rowHeader: true, cell: (row) => names.channel(row.channel) },
    {
      key: 'results',
      header: t('channels.results'),
      align: 'right',
      strong: true,
      width: 88,
      cell: (row) => <FigureLink search={behind(filter, page.period, { channel: [row.channel.id] })}>{results(row.resultsBp)}</FigureLink>,
    },
    {
      key: 'value',
      header: t('channels.value'),
      align: 'right',
      width: 96,
      cell: (row) => (row.valueMinor === '0' ? '—' : value(row.valueMinor)),
    },
    {
      key: 'bar',
      width: '34%',
      phone: 'drop',
      cell: (row) => <Track share={Number(row.resultsBp) / most} tone={row.channel.kind === 'social' ? 'ink' : 'soft'} />,
    },
  ]
  if (page.sentence.kind === 'nothing') return null
  return (
    <SideHead title={t('channels.title')} note={t('channels.note')}>
      {page.channels.length === 0 ? (
        <p>{t('channels.empty')}</p>
      ) : (
        <DataTable caption={t('channels.title')} columns={columns} rows={page.channels} rowKey={(row) => row.channel.id} />
      )}
    </SideHead>
  )
}

/** What stands apart: other currencies, and what waits. */
export function Apart({ page }: { page: ImpactPage }) {
  const { t, f } = usePageWords(page)
  const waiting = page.notYetVerified.reduce((n, row) => n + row.outcomes, 0)
  return (
    <>
      {page.notConverted.length > 0 && (
        <SideHead title={t('notConverted.title')} note={t('notConverted.note')}>
          <ul>
            {page.notConverted.map((row) => (
              <li key={row.currency}>
                {t('notConverted.line', {
                  value: f.money({ minor: row.valueMinor, currency: row.currency, digits: row.digits }),
                  count: row.outcomes,
                })}
              </li>
            ))}
          </ul>
        </SideHead>
      )}
      {waiting > 0 && (
        <SideHead title={t('waiting.title')} note={t('waiting.note')}>
          <p>{t('waiting.line', { count: waiting })}</p>
        </SideHead>
      )}
    </>
  )
}

import { platforms } from '@oeuvre/domain/accounts/platforms/schema'
import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { storiesOfPlatform } from '@oeuvre/domain/impact/stories/rules'
import { formatListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { ChartFrame } from '@oeuvre/ui/chart/chart-frame.tsx'
import { Dots } from '@oeuvre/ui/chart/dots.tsx'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { NestedTrack } from '@oeuvre/ui/data/track.tsx'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'
import { useOpen } from '../model/use-open.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { FigureLink } from './figure-link.tsx'
import styles from './presence.module.css'
import { Section } from './section.tsx'
import { TakePart } from './take-part.tsx'

type Props = { readonly page: ImpactPage; readonly filter: ImpactFilter }
type Row = ImpactPage['presence']['platforms'][number]

/** Accounts registered, active, and led to a result: presence is not impact. Of few people nothing is said. */
export function Presence({ page, filter }: Props) {
  const { t, f } = usePageWords(page)
  const { total, platforms: rows } = page.presence
  if (total.registered === 0) return null
  const { registered, led } = total
  return (
    <Section
      of={['presence']}
      page={page}
      title={t('presence.title')}
      note={t('presence.note')}
      say={registered !== null && led !== null ? t('presence.say', { registered: f.number(registered), led }) : undefined}
    >
      {page.asOf && <p className={styles.today}>{t('presence.today', { day: f.day(page.asOf) })}</p>}
      {total.isSuppressed ? (
        <p className={styles.withheld}>{t('presence.withheld', { count: f.number(page.smallestGroup) })}</p>
      ) : (
        <TotalDots page={page} filter={filter} />
      )}
      {rows.length > 0 && <Platforms page={page} filter={filter} rows={rows} />}
    </Section>
  )
}

function TotalDots({ page, filter }: Props) {
  const { t, f } = usePageWords(page)
  const { openAt } = useOpen(filter, page)
  const { registered, active, led } = page.presence.total
  if (registered === null || active === null || led === null) return null
  const dormant = registered - active
  const said = { registered: f.number(registered), active: f.number(active), led: f.number(led) }
  const table = {
    caption: t('presence.title'),
    head: [t('presence.state'), t('presence.accounts')],
    rows: (['registered', 'active', 'led'] as const).map((key) => ({ key, label: t(`presence.${key}`), cells: [said[key]] })),
  }
  return (
    <ChartFrame
      table={table}
      texts={{ showTable: t('table'), showChart: t('chart') }}
      actions={<TakePart page={page} filter={filter} part="presence" title={t('presence.title')} />}
    >
      <Dots
        label={t('presence.aria', said)}
        groups={[
          {
            key: 'active',
            count: active,
            text: f.number(active),
            label: t('presence.actives', { count: active }),
            look: 'full',
            isClosed: led === 0,
            led: { count: led, text: f.number(led), label: t('presence.ledOf', { count: led }) },
          },
          {
            key: 'dormant',
            count: dormant,
            text: f.number(dormant),
            label: t('presence.dormant', { count: dormant }),
            look: 'hollow',
            isClosed: true,
          },
        ]}
        perText={(per) => t('presence.per', { count: per })}
        onOpen={() => openAt(formatListFilter(storiesOfPlatform(filter, page.period, null)))}
      />
    </ChartFrame>
  )
}

function Platforms({ page, filter, rows }: Props & { readonly rows: readonly Row[] }) {
  const { t, f } = usePageWords(page)
  const names = useVocabularyNames()
  const shown = rows.filter((row) => !row.isSuppressed)
  const withheld = rows.flatMap((row) => (row.isSuppressed ? names.platform(row.platform) : []))
  const most = Math.max(1, ...rows.map((row) => row.registered ?? 0))
  const count = (n: number | null) => (n === null ? '' : f.number(n))
  const link = (row: Row) => {
    const platform = platforms.find((one) => one === row.platform)
    return platform && row.led ? formatListFilter(storiesOfPlatform(filter, page.period, platform)) : null
  }
  const columns: Column<Row>[] = [
    { key: 'platform', header: t('presence.platform'), rowHeader: true, cell: (row) => names.platform(row.platform) },
    {
      key: 'registered',
      header: t('presence.registered'),
      align: 'right',
      width: 96,
      cell: (row) => count(row.registered),
    },
    { key: 'active', header: t('presence.active'), align: 'right', width: 80, cell: (row) => count(row.active) },
    {
      key: 'led',
      header: t('presence.led'),
      align: 'right',
      strong: true,
      width: 96,
      cell: (row) => <FigureLink search={link(row)}>{count(row.led)}</FigureLink>,
    },
    {
      key: 'bar',
      width: '30%',
      phone: 'drop',
      cell: (row) =>
        row.registered !== null && (
          <NestedTrack outer={row.registered / most} middle={(row.active ?? 0) / most} inner={(row.led ?? 0) / most} />
        ),
    },
  ]
  return (
    <div className={styles.platforms}>
      {shown.length > 0 && <DataTable caption={t('presence.byPlatform')} columns={columns} rows={shown} rowKey={(row) => row.platform} />}
      {withheld.length > 0 && (
        <p className={styles.withheld}>{t('presence.withheldOf', { platforms: f.list(withheld), count: f.number(page.smallestGroup) })}</p>
      )}
    </div>
  )
}

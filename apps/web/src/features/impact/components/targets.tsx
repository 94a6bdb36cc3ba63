import type { Target } from '@oeuvre/domain/impact/parts/schema'
import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { storiesOfTarget } from '@oeuvre/domain/impact/stories/rules'
import { chainAbove } from '@oeuvre/domain/objectives/tree/rules'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Track } from '@oeuvre/ui/data/track.tsx'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import { useOpen } from '../model/use-open.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { FigureLink } from './figure-link.tsx'
import { Section } from './section.tsx'
import { TakePart } from './take-part.tsx'
import styles from './targets.module.css'

type Props = { readonly page: ImpactPage; readonly filter: ImpactFilter }

/** The objectives of these days: target, reached, pace. A name leads to its page, a figure to what counts. */
export function Targets({ page, filter }: Props) {
  const { t, f, results, value } = usePageWords(page)
  const { search } = useOpen(filter, page)
  if (page.targets.length === 0) return null
  const amount = ({ measure }: Target, units: string | null) =>
    units === null ? '—' : measure === 'results' ? results(units) : value(units)
  const columns: Column<Target>[] = [
    { key: 'title', header: t('targets.one'), rowHeader: true, cell: (row) => <Name row={row} all={page.targets} /> },
    {
      key: 'reached',
      header: t('targets.reached'),
      align: 'right',
      strong: true,
      width: 88,
      cell: (row) => (
        <>
          <FigureLink search={row.outcomes > 0 ? search(storiesOfTarget(row), { from: row.from, to: row.until }) : null}>
            {amount(row, row.reached)}
          </FigureLink>
          {row.target !== null && <small className={styles.ofTarget}>{t('targets.of', { target: amount(row, row.target) })}</small>}
        </>
      ),
    },
    { key: 'target', header: t('targets.target'), align: 'right', width: 88, phone: 'drop', cell: (row) => amount(row, row.target) },
    {
      key: 'share',
      align: 'right',
      width: 64,
      phone: 'drop',
      cell: ({ reachedBp }) => reachedBp !== null && f.percent(reachedBp),
    },
    { key: 'bar', width: '18%', phone: 'drop', cell: (row) => <Bar row={row} /> },
    {
      key: 'pace',
      header: t('targets.pace'),
      width: 96,
      cell: ({ standing }) => <span className={styles.pace}>{standing ? t(`targets.standings.${standing}`) : '—'}</span>,
    },
  ]
  return (
    <Section
      of={['targets']}
      page={page}
      title={t('targets.title')}
      note={t(page.targets.some((row) => row.standing === null) ? 'targets.notePart' : 'targets.note')}
      end={<TakePart page={page} filter={filter} part="targets" title={t('targets.title')} hasPicture={false} />}
    >
      <DataTable caption={t('targets.title')} columns={columns} rows={page.targets} rowKey={(row) => row.id} />
    </Section>
  )
}

function Bar({ row: { reachedBp, expected, target } }: { readonly row: Target }) {
  if (reachedBp === null) return null
  if (expected === null || target === null) return <Track share={reachedBp / 10_000} tone="soft" />
  return <Track share={reachedBp / 10_000} mark={Number(expected) / Number(target)} />
}

function Name({ row, all }: { readonly row: Target; readonly all: readonly Target[] }) {
  const { t, f } = usePageWords({ currency: '', digits: 0 })
  const { organization } = useShell()
  const level = chainAbove(all, row.id).length - 1
  return (
    <span className={styles.name} style={{ '--level': level } as React.CSSProperties}>
      <ScreenLink look="plain" to="/$organization/objectives/$id" params={{ organization, id: row.id }}>
        {row.title}
      </ScreenLink>
      <small>{t('targets.about', { team: row.team ?? t('targets.organization'), days: f.dayRange(row.from, row.to) })}</small>
    </span>
  )
}

import type { ObjectiveItem } from '@oeuvre/domain/objectives/schema'
import { chainAbove } from '@oeuvre/domain/objectives/tree/rules'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Track } from '@oeuvre/ui/data/track.tsx'
import type { CSSProperties } from 'react'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import { StandingMark } from '../components/standing-mark.tsx'
import { useObjectiveWords } from '../model/use-objective-words.ts'
import styles from './objective-rows.module.css'

type RowsProps = {
  readonly objectives: readonly ObjectiveItem[]
  readonly caption: string
  readonly money: { readonly currency: string; readonly digits: number }
}

/** Objectives in the order of their tree, each with what is reached beside the even pace. */
export function ObjectiveRows({ objectives, caption, money }: RowsProps) {
  const { t, f, short } = useObjectiveWords(money)
  const { organization } = useShell()
  const isListed = new Set(objectives.map(({ id }) => id))
  const levelOf = (id: string) => chainAbove(objectives, id).filter((above) => isListed.has(above)).length - 1
  const columns: Column<ObjectiveItem>[] = [
    {
      key: 'title',
      header: t('objective'),
      rowHeader: true,
      cell: (row) => (
        <span className={styles.name} style={{ '--level': levelOf(row.id) } as CSSProperties}>
          <ScreenLink look="plain" to="/$organization/objectives/$id" params={{ organization, id: row.id }}>
            {row.title}
          </ScreenLink>
          <small>{[row.team?.name ?? t('organization'), ...(row.isArchived ? [t('archived')] : [])].join(' · ')}</small>
        </span>
      ),
    },
    {
      key: 'reached',
      header: t('reached'),
      align: 'right',
      width: 144,
      cell: ({ measure, progress: { reached, target, reachedBp } }) =>
        reached === null || target === null
          ? f.percent(reachedBp)
          : t('reachedOf', { reached: short(measure, reached), target: short(measure, target) }),
    },
    {
      key: 'bar',
      width: '22%',
      phone: 'drop',
      cell: ({ progress }) => <Track share={progress.reachedBp / 10_000} mark={progress.expectedBp / 10_000} />,
    },
    { key: 'standing', header: t('pace'), width: 112, cell: ({ progress }) => <StandingMark standing={progress.standing} /> },
    { key: 'to', header: t('until'), align: 'right', width: 128, phone: 'drop', cell: (row) => f.day(row.to, 'medium') },
  ]
  return <DataTable caption={caption} columns={columns} rows={objectives} rowKey={(row) => row.id} isMuted={(row) => row.isArchived} />
}

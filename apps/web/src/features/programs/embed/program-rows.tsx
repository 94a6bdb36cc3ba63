import type { ProgramItem } from '@oeuvre/domain/programs/schema'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import styles from './program-rows.module.css'

type RowsProps = { readonly programs: readonly ProgramItem[]; readonly caption: string; readonly smallestGroup: number }

/** Programs with their form, their why, their days, and what the reader has to do with each. */
export function ProgramRows({ programs, caption, smallestGroup }: RowsProps) {
  const t = useTranslations('programs')
  const f = useFormat()
  const { organization } = useShell()
  const columns: Column<ProgramItem>[] = [
    {
      key: 'title',
      header: t('program'),
      rowHeader: true,
      cell: (row) => (
        <span className={styles.name}>
          <ScreenLink look="plain" to="/$organization/programs/$id" params={{ organization, id: row.id }}>
            {row.title}
          </ScreenLink>
          <small>{[t(`forms.${row.form}`), ...(row.isArchived ? [t('archived')] : [])].join(' · ')}</small>
        </span>
      ),
    },
    {
      key: 'why',
      header: t('why'),
      width: '28%',
      phone: 'drop',
      cell: ({ objective }) => (objective === null ? t('noObjective') : (objective.title ?? t('objectiveWithheld'))),
    },
    { key: 'period', header: t('period'), width: 232, phone: 'drop', cell: (row) => f.dayRange(row.from, row.to) },
    {
      key: 'participants',
      header: t('participants'),
      align: 'right',
      width: 136,
      phone: 'drop',
      cell: ({ participants }) => (participants === null ? t('few', { count: smallestGroup }) : f.number(participants)),
    },
    { key: 'own', header: t('own'), width: 144, cell: ({ own }) => t(`standings.${own}`) },
  ]
  return <DataTable caption={caption} columns={columns} rows={programs} rowKey={(row) => row.id} isMuted={(row) => row.isArchived} />
}

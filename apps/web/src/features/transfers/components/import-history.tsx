import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { StateMark } from '@oeuvre/ui/marks/state-mark.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { type Outputs, trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from './import-history.module.css'

type Summary = Outputs['transfers']['list']['imports'][number]

const marks = {
  uploaded: 'draft',
  ready: 'draft',
  checking: 'submitted',
  checked: 'changes',
  running: 'submitted',
  done: 'verified',
  failed: 'declined',
  undoing: 'reopened',
  undone: 'withdrawn',
} as const

export function ImportState({ state, counts }: Pick<Summary, 'state' | 'counts'>) {
  const t = useTranslations('transfers.states')
  const touched = counts ? counts.added + counts.updated + counts.withdrawn : 0
  return <StateMark state={marks[state]}>{state === 'done' ? t('done', { count: touched }) : t(state)}</StateMark>
}

/** The imports there were, the newest first; each opens onto its report and its undo. */
export function ImportHistory() {
  const t = useTranslations('transfers')
  const { organization } = useShell()
  const { instantDay } = useFormat()
  const { data } = useSuspenseQuery(trpc.transfers.list.queryOptions())
  if (data.imports.length === 0) return <p className={classes.empty}>{t('history.empty')}</p>
  return (
    <DataTable
      caption={t('history.title')}
      rows={data.imports}
      rowKey={({ id }) => id}
      isMuted={({ state }) => state === 'undone'}
      columns={[
        {
          key: 'file',
          header: t('history.file'),
          rowHeader: true,
          cell: ({ id, fileName }) => (
            <ScreenLink to="/$organization/admin/imports/$id" params={{ organization, id }} look="plain" className={classes.file}>
              {fileName}
            </ScreenLink>
          ),
        },
        { key: 'kind', header: t('history.kind'), phone: 'drop', cell: ({ kind }) => t(`kinds.${kind}`) },
        { key: 'by', header: t('history.by'), phone: 'drop', cell: ({ by }) => by.name },
        { key: 'when', header: t('history.when'), phone: 'drop', oneLine: true, cell: ({ createdAt }) => instantDay(createdAt, 'medium') },
        { key: 'result', header: t('history.result'), cell: (row) => <ImportState state={row.state} counts={row.counts} /> },
      ]}
    />
  )
}

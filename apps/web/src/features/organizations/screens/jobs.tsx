import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { EmptyState } from '@oeuvre/ui/feedback/empty-state.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { type Outputs, trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import classes from '../components/overview.module.css'
import { queueWord, reasonWord } from '../model/job-words.ts'

type Job = Outputs['organizations']['failedJobs']['jobs'][number]

function useRunAgain() {
  const t = useTranslations('organizations.jobs')
  const client = useQueryClient()
  const { done } = useNotices()
  return useMutation(
    trpc.organizations.runJobsAgain.mutationOptions({
      onSuccess: ({ count }) => done(t('ran', { count })),
      onSettled: () => client.invalidateQueries(trpc.organizations.failedJobs.pathFilter()),
    }),
  )
}

/** Work in the background that came to nothing, why, and a way to run it again. */
export function Jobs() {
  const t = useTranslations('organizations.jobs')
  usePageTitle(t('title'))
  const { data } = useSuspenseQuery(trpc.organizations.failedJobs.queryOptions(undefined, { refetchInterval: 10_000 }))
  const { mutate, isPending } = useRunAgain()
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} size="title" />
      {data.jobs.length === 0 ? (
        <EmptyState small title={t('none')}>
          {t('noneText')}
        </EmptyState>
      ) : (
        <>
          <JobTable jobs={data.jobs} isPending={isPending} onRun={(job) => mutate({ ids: [job.id] })} />
          {data.isMore && <p className={classes.note}>{t('isMore')}</p>}
          <PlainAction loading={isPending} onClick={() => mutate({})}>
            {t('runAll')}
          </PlainAction>
        </>
      )}
    </>
  )
}

type TableProps = { readonly jobs: readonly Job[]; readonly isPending: boolean; readonly onRun: (job: Job) => void }

function JobTable({ jobs, isPending, onRun }: TableProps) {
  const t = useTranslations('organizations.jobs')
  const { instant, number } = useFormat()
  const what = ({ queue }: Job) => t(`queues.${queueWord(queue)}`)
  return (
    <DataTable
      caption={t('table')}
      rows={jobs}
      rowKey={({ id }) => id}
      columns={[
        { key: 'what', header: t('what'), rowHeader: true, cell: what },
        {
          key: 'why',
          header: t('why'),
          cell: ({ reason }) => (
            <>
              {t(`reasons.${reasonWord(reason)}`)} <code>{reason}</code>
            </>
          ),
        },
        { key: 'when', header: t('when'), phone: 'drop', cell: ({ failedAt }) => instant(failedAt) },
        { key: 'tries', header: t('tries'), align: 'right', phone: 'drop', cell: ({ tries }) => number(tries) },
        {
          key: 'run',
          align: 'right',
          cell: (job) => (
            <TextButton
              disabled={isPending}
              aria-label={t('runAgainOf', { what: what(job), when: instant(job.failedAt) })}
              onClick={() => onRun(job)}
            >
              {t('runAgain')}
            </TextButton>
          ),
        },
      ]}
    />
  )
}

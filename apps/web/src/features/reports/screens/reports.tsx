import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import type { Search } from '../../../lib/search.ts'
import { useShell } from '../../../lib/shell.ts'
import { ReportList } from '../components/report-list.tsx'
import classes from '../components/reports.module.css'
import { ScheduleForm } from '../components/schedule-form.tsx'
import { ScheduleList } from '../components/schedule-list.tsx'

type ReportsProps = {
  /** `send=new` with the filters of the page: what is to be sent. */
  readonly search: Search
  readonly onDone: () => void
}

/** The files that one asked for, and what is sent by mail. */
export function Reports({ search, onDone }: ReportsProps) {
  const t = useTranslations('reports')
  const { can } = useShell()
  usePageTitle(t('title'))
  const { data: means } = useSuspenseQuery(trpc.reports.means.queryOptions())
  const isNew = search.send === 'new' && means.canMail && can['impact.read']
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} size="title" />
      {isNew && (
        <SideHead title={t('schedules.new')} note={t('schedules.cadenceHint')}>
          <ScheduleForm search={search} hasPdf={means.canPrint} onDone={onDone} />
        </SideHead>
      )}
      <SideHead title={t('list.title')}>
        <ReportList />
      </SideHead>
      {can['impact.read'] && (
        <SideHead title={t('schedules.title')} note={isNew ? undefined : t('schedules.cadenceHint')}>
          {means.canMail ? <ScheduleList isAdding={isNew} /> : <p className={classes.about}>{t('schedules.noMail')}</p>}
        </SideHead>
      )}
    </>
  )
}

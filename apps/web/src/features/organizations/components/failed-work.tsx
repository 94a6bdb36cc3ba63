import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useShell } from '../../../lib/shell.ts'

/** On the first page of administration, only while there is something to see to. */
export function FailedWork() {
  const t = useTranslations('organizations.jobs')
  const { organization } = useShell()
  const { data } = useQuery(trpc.organizations.failedJobs.queryOptions())
  if (!data || data.jobs.length === 0) return null
  const look = (
    <ScreenLink to="/$organization/admin/jobs" params={{ organization }}>
      {t('look')}
    </ScreenLink>
  )
  return (
    <Notice tone="warn" actions={look}>
      {t('failed', { count: data.jobs.length })}
    </Notice>
  )
}

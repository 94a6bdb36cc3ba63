import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { NoticePage } from '../../../components/notice-page.tsx'
import { PlainLink } from '../../../components/screen-links.tsx'
import { type Outputs, trpc } from '../../../lib/api.ts'

type EndProps = { readonly token: string; readonly view: Outputs['reports']['mailLink'] }

/** Behind the link under a report. Programs follow links too: nothing ends until somebody says so. */
export function EndReport({ token, view: { cadence, organizationName: organization } }: EndProps) {
  const t = useTranslations('reports.unsubscribe')
  const end = useMutation(trpc.reports.endMail.mutationOptions())
  if (end.isSuccess)
    return (
      <NoticePage title={t('done')} actions={<PlainLink to="/">{t('home')}</PlainLink>}>
        {t('doneText', { organization })}
      </NoticePage>
    )
  const action = (
    <MainAction loading={end.isPending} onClick={() => end.mutate({ token })}>
      {t('stop')}
    </MainAction>
  )
  return (
    <NoticePage title={t('title')} actions={action}>
      {t('text', { organization, cadence })}
    </NoticePage>
  )
}

/** Made up, or of a schedule that is long gone. */
export function EndReportFailed() {
  const t = useTranslations('reports.unsubscribe')
  return (
    <NoticePage title={t('invalid')} actions={<PlainLink to="/">{t('home')}</PlainLink>}>
      {t('invalidText')}
    </NoticePage>
  )
}

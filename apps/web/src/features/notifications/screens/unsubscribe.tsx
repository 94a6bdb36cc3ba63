import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { NoticePage } from '../../../components/notice-page.tsx'
import { PlainLink } from '../../../components/screen-links.tsx'
import { type Outputs, trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'

type UnsubscribeProps = { readonly token: string; readonly view: Outputs['notifications']['mailLink'] }

/** Behind the link under a mail. Programs follow links too: nothing ends until somebody says so. */
export function Unsubscribe({ token, view }: UnsubscribeProps) {
  const t = useTranslations('notifications')
  const { list } = useFormat()
  const end = useMutation(trpc.notifications.endMail.mutationOptions())
  const kinds = list(view.kinds.map((kind) => t(`kinds.${kind}`)))
  const what = view.cadence === 'at-once' ? t('unsubscribe.kinds', { kinds }) : t(`unsubscribe.${view.cadence}`)
  if (end.isSuccess)
    return (
      <NoticePage title={t('unsubscribe.done')} actions={<PlainLink to="/">{t('unsubscribe.home')}</PlainLink>}>
        {t('unsubscribe.doneText', { organization: view.organizationName })}
      </NoticePage>
    )
  const action = (
    <MainAction loading={end.isPending} onClick={() => end.mutate({ token })}>
      {t('unsubscribe.stop')}
    </MainAction>
  )
  return (
    <NoticePage title={t('unsubscribe.title')} actions={action}>
      {what} {t('unsubscribe.text', { organization: view.organizationName })}
    </NoticePage>
  )
}

/** Made up, or of a mail that is long gone. */
export function UnsubscribeFailed() {
  const t = useTranslations('notifications.unsubscribe')
  return (
    <NoticePage title={t('invalid')} actions={<PlainLink to="/">{t('home')}</PlainLink>}>
      {t('invalidText')}
    </NoticePage>
  )
}

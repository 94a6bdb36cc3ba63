import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { failureOf } from '../lib/refusals.ts'
import { ForbiddenPage } from './forbidden-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { NoticePage } from './notice-page.tsx'

/** What a page shows when it could not be shown: what happened, what was kept, what to do, the number to quote. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const t = useTranslations('shell')
  const retry = useTranslations('words')('retry')
  const router = useRouter()
  const { refusals, requestId } = failureOf(error)
  const code = refusals[0]?.code
  // An id that none could be is an address that leads nowhere.
  if (code === 'not-found' || (code === 'invalid-input' && refusals[0]?.field === 'id')) return <NotFoundPage />
  if (code === 'forbidden') return <ForbiddenPage />
  if (code === 'unavailable') {
    return (
      <NoticePage title={navigator.onLine ? t('gone.title') : t('gone.noLine')} note={<span data-says-gone="">{t('gone.waiting')}</span>}>
        {navigator.onLine ? t('gone.text') : t('gone.noLineText')}
      </NoticePage>
    )
  }
  function again() {
    reset()
    void router.invalidate()
  }
  return (
    <NoticePage
      title={t('failed.title')}
      actions={<PlainAction onClick={again}>{retry}</PlainAction>}
      note={requestId ? t('failed.request', { id: requestId }) : null}
    >
      {t('failed.text')}
    </NoticePage>
  )
}

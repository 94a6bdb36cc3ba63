import { Modal } from '@mantine/core'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { RefusedError } from '../../../lib/refusals.ts'
import { abandonSession, restoreSession } from '../../../lib/session.ts'
import classes from './session-dialog.module.css'
import { SignInForm } from './sign-in-form.tsx'

/** Over the page, which keeps everything: the same person signs in again, and the waiting calls go through. */
export function SessionDialog() {
  const t = useTranslations('shell.session')
  const client = useQueryClient()
  const me = client.getQueryData(trpc.identity.me.queryKey())
  function leave() {
    abandonSession(new RefusedError({ refusals: [{ code: 'unauthenticated' }], requestId: null, isLost: false }))
    location.assign('/sign-in')
  }
  return (
    <Modal opened onClose={leave} withCloseButton={false} closeOnClickOutside={false} closeOnEscape={false} title={t('title')}>
      <p className={classes.text}>{t('text')}</p>
      <SignInForm email={me?.email} onDone={restoreSession} />
      <QuietAction mt="sm" onClick={leave}>
        {t('leave')}
      </QuietAction>
    </Modal>
  )
}

import { Modal } from '@mantine/core'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { type Outputs, trpc } from '../../../lib/api.ts'
import { signInForDemonstration } from '../../../lib/auth.ts'
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
      <WayBack me={me ?? null} />
      <QuietAction mt="sm" onClick={leave}>
        {t('leave')}
      </QuietAction>
    </Modal>
  )
}

/** In the demonstration nobody has a password: who was there comes back with one click. */
function WayBack({ me }: { readonly me: Outputs['identity']['me'] }) {
  const t = useTranslations('shell.session')
  const { data: people = [], isPending } = useQuery(trpc.identity.demonstration.queryOptions())
  const enter = useMutation({ mutationFn: signInForDemonstration, onSuccess: restoreSession })
  const same = people.find(({ personName, slug }) => personName === me?.name && me.organizations.some((one) => one.slug === slug))
  if (isPending) return null
  if (!same) return <SignInForm email={me?.email} onDone={restoreSession} />
  return (
    <MainAction stretch="always" data-autofocus loading={enter.isPending} onClick={() => enter.mutate(same.key)}>
      {t('back', { name: same.personName })}
    </MainAction>
  )
}

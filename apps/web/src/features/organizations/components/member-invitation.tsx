import type { AccessRow, NewLink } from '@oeuvre/domain/organizations/access/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useNotices } from '../../../components/notices.tsx'
import { PanelPart } from '../../../components/side-panel.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { useAccessChanged } from '../model/use-access-changed.ts'
import { useInviteKnown } from '../model/use-invite.ts'
import { InviteFields } from './invite-fields.tsx'
import classes from './member.module.css'

type MemberInvitationProps = { readonly member: AccessRow; readonly onMade: (link: NewLink) => void }

/** An invitation that waits: with which roles, a new link for it, or none any more. */
export function MemberInvitation({ member, onMade, onWithdrawn }: MemberInvitationProps & { readonly onWithdrawn: () => void }) {
  const t = useTranslations('organizations')
  const words = useWords()
  const { list } = useFormat()
  const { done } = useNotices()
  const refresh = useAccessChanged()
  const meta = { showsItsErrors: true }
  const renew = useMutation(trpc.organizations.invite.mutationOptions({ meta, onSuccess: onMade, onSettled: refresh }))
  const withdraw = useMutation(
    trpc.organizations.revokeInvitation.mutationOptions({
      meta,
      onSuccess() {
        done(t('panel.withdrawn', { name: member.name }))
        onWithdrawn()
      },
      onSettled: refresh,
    }),
  )
  const { invitation } = member
  if (!invitation) return null
  const { id, email, roles } = invitation
  const error = renew.error ?? withdraw.error
  return (
    <PanelPart title={t('panel.invitation')} hint={t('panel.renewHint')}>
      <p className={classes.say}>
        {t('panel.invitedRoles', { roles: list([t('roles.employee'), ...roles.map((role) => t(`roles.${role}`))]) })}
      </p>
      <PlainAction onClick={() => renew.mutate({ personId: member.personId, email, roles: [...roles] })} loading={renew.isPending}>
        {t('panel.renew')}
      </PlainAction>{' '}
      <QuietAction onClick={() => withdraw.mutate({ id })} loading={withdraw.isPending}>
        {t('panel.withdraw')}
      </QuietAction>
      <FormError>{error ? describe(error, words) : null}</FormError>
    </PanelPart>
  )
}

/** Somebody in the directory who cannot sign in, or no longer. */
export function InviteAgain({ member, onMade }: MemberInvitationProps) {
  const t = useTranslations('organizations')
  const isAgain = member.access === 'ended'
  const { form, problem, isPending, submit } = useInviteKnown(member, onMade)
  return (
    <PanelPart title={t(isAgain ? 'invitation.again' : 'panel.invitation')} hint={isAgain && t('invitation.againHint')}>
      <form noValidate onSubmit={submit}>
        <InviteFields form={form} />
        <FormError>{problem}</FormError>
        <div className={classes.ends}>
          <PlainAction type="submit" loading={isPending}>
            {t('invitation.submit')}
          </PlainAction>
        </div>
      </form>
    </PanelPart>
  )
}

import { TextInput } from '@mantine/core'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { Pick } from '@oeuvre/ui/actions/pick.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { SidePanel } from '../../../components/side-panel.tsx'
import { type Invited, type Invitee, useInviteAnybody } from '../model/use-invite.ts'
import { InviteFields } from './invite-fields.tsx'
import { InviteeSelect } from './invitee-select.tsx'
import classes from './member.module.css'
import { NewLinkCard } from './new-link.tsx'

/** Invites somebody of the directory or somebody new; then the link, once. */
export function InvitePanel({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('organizations')
  const close = useTranslations('words')('close')
  const [invited, setInvited] = useState<Invited | null>(null)
  return (
    <SidePanel title={t('invitation.title')} onClose={onClose}>
      {invited ? (
        <>
          <NewLinkCard title={t('link.invitation', { name: invited.name })} link={invited.link} />
          <PlainAction onClick={() => setInvited(null)}>{t('link.another')}</PlainAction>{' '}
          <QuietAction onClick={onClose}>{close}</QuietAction>
        </>
      ) : (
        <InviteAnybody onInvited={setInvited} onClose={onClose} />
      )}
    </SidePanel>
  )
}

type InviteAnybodyProps = { readonly onInvited: (invited: Invited) => void; readonly onClose: () => void }

function InviteAnybody({ onInvited, onClose }: InviteAnybodyProps) {
  const t = useTranslations('organizations.invitation')
  const cancel = useTranslations('words')('cancel')
  const [whom, setWhom] = useState<'known' | 'fresh'>('known')
  const [invitee, setInvitee] = useState<Invitee | null>(null)
  const { form, problem, nobody, isPending, submit } = useInviteAnybody(whom, invitee, onInvited)
  function choose(next: Invitee | null) {
    // The address of the directory is proposed, never put over one that was typed.
    if (form.values.email === (invitee?.email ?? '')) form.setFieldValue('email', next?.email ?? '')
    setInvitee(next)
  }
  return (
    <form noValidate onSubmit={submit} className={classes.fields}>
      <Pick
        label={t('whom')}
        value={whom}
        options={[
          { key: 'known', label: t('known') },
          { key: 'fresh', label: t('fresh') },
        ]}
        onPick={setWhom}
      />
      {whom === 'known' ? (
        <InviteeSelect value={invitee} onChange={choose} error={nobody} />
      ) : (
        <TextInput
          label={t('name')}
          description={t('team')}
          autoComplete="off"
          data-autofocus
          required
          withAsterisk={false}
          {...form.getInputProps('name')}
        />
      )}
      <InviteFields form={form} />
      <FormError>{problem}</FormError>
      <div className={classes.ends}>
        <MainAction type="submit" loading={isPending}>
          {t('submit')}
        </MainAction>
        <QuietAction onClick={onClose}>{cancel}</QuietAction>
      </div>
    </form>
  )
}

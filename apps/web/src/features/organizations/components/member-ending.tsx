import type { AccessRow } from '@oeuvre/domain/organizations/access/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useNotices } from '../../../components/notices.tsx'
import { PanelPart } from '../../../components/side-panel.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { isOnlyAdministrator } from '../model/member.ts'
import { useAccessChanged } from '../model/use-access-changed.ts'
import classes from './member.module.css'

/** Ends an access, or gives it back. */
export function MemberEnding({ member }: { readonly member: AccessRow }) {
  const t = useTranslations('organizations.panel')
  if (member.can.restoreAccess) return <Restoring member={member} />
  if (member.can.endAccess) return <Ending member={member} />
  if (!isOnlyAdministrator(member)) return null
  return (
    <PanelPart title={t('end')}>
      <p className={classes.hint}>{t('lastAdministrator')}</p>
    </PanelPart>
  )
}

function Ending({ member }: { readonly member: AccessRow }) {
  const t = useTranslations('organizations.panel')
  const cancel = useTranslations('words')('cancel')
  const words = useWords()
  const { done } = useNotices()
  const refresh = useAccessChanged()
  const { restore } = useRestore(member)
  const [isAsking, setAsking] = useState(false)
  const end = useMutation(
    trpc.organizations.endAccess.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () => done(t('endedDone', { name: member.name }), { undo: restore, forMs: 20_000 }),
      onSettled: refresh,
    }),
  )
  const run = () => end.mutate({ personId: member.personId })
  return (
    <PanelPart title={t('end')} hint={isAsking ? t('endOwn') : t('endHint')}>
      <PlainAction onClick={member.isSelf && !isAsking ? () => setAsking(true) : run} loading={end.isPending}>
        {t(isAsking ? 'endOwnAnyway' : 'endSubmit')}
      </PlainAction>
      {isAsking && <QuietAction onClick={() => setAsking(false)}>{cancel}</QuietAction>}
      <FormError>{end.isError ? describe(end.error, words) : null}</FormError>
    </PanelPart>
  )
}

function Restoring({ member }: { readonly member: AccessRow }) {
  const t = useTranslations('organizations.panel')
  const words = useWords()
  const { restore, isPending, error } = useRestore(member)
  return (
    <PanelPart title={t('restore')} hint={t('restoreHint')}>
      <PlainAction onClick={restore} loading={isPending}>
        {t('restore')}
      </PlainAction>
      <FormError>{error ? describe(error, words) : null}</FormError>
    </PanelPart>
  )
}

function useRestore(member: AccessRow) {
  const t = useTranslations('organizations.panel')
  const { done } = useNotices()
  const refresh = useAccessChanged()
  const { mutate, isPending, error } = useMutation(
    trpc.organizations.restoreAccess.mutationOptions({
      onSuccess: () => done(t('restored', { name: member.name })),
      onSettled: refresh,
    }),
  )
  return { restore: () => mutate({ personId: member.personId }), isPending, error }
}

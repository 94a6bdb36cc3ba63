import type { AccessRow, NewLink } from '@oeuvre/domain/organizations/access/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { PanelPart } from '../../../components/side-panel.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'

type MemberPasswordProps = { readonly member: AccessRow; readonly onMade: (link: NewLink) => void }

export function MemberPassword({ member, onMade }: MemberPasswordProps) {
  const t = useTranslations('organizations.panel')
  const words = useWords()
  const make = useMutation(trpc.organizations.resetPassword.mutationOptions({ meta: { showsItsErrors: true }, onSuccess: onMade }))
  return (
    <PanelPart title={t('password')} hint={t('passwordHint')}>
      <PlainAction onClick={() => make.mutate({ personId: member.personId })} loading={make.isPending}>
        {t('passwordSubmit')}
      </PlainAction>
      <FormError>{make.isError ? describe(make.error, words) : null}</FormError>
    </PanelPart>
  )
}

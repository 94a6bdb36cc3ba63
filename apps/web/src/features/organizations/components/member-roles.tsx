import type { AccessRow } from '@oeuvre/domain/organizations/access/schema'
import type { GrantableRole } from '@oeuvre/domain/organizations/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { PanelPart } from '../../../components/side-panel.tsx'
import { isOnlyAdministrator, rolesAsShown } from '../model/member.ts'
import { useRoleChange } from '../model/use-role-change.ts'
import classes from './member.module.css'
import { RoleBoxes } from './role-boxes.tsx'

/** Each role is given or taken as its box is ticked. */
export function MemberRoles({ member }: { readonly member: AccessRow }) {
  const t = useTranslations('organizations')
  const cancel = useTranslations('words')('cancel')
  const { going, refused, change } = useRoleChange(member)
  const [isLeavingOwn, setLeavingOwn] = useState(false)
  const isLast = isOnlyAdministrator(member)
  function choose(role: GrantableRole, isGiven: boolean) {
    if (member.isSelf && role === 'administrator' && !isGiven) setLeavingOwn(true)
    else change({ role, isGiven })
  }
  function beside(role: GrantableRole) {
    if (refused?.role === role) return <FormError>{refused.text}</FormError>
    if (role !== 'administrator') return null
    if (isLast) return <p className={classes.beside}>{t('panel.lastAdministrator')}</p>
    if (!isLeavingOwn) return null
    return (
      <div className={classes.beside} role="alert">
        {t('panel.ownAdministrator')}
        <div>
          <PlainAction onClick={() => change({ role, isGiven: false })}>{t('panel.ownAnyway')}</PlainAction>{' '}
          <QuietAction onClick={() => setLeavingOwn(false)}>{cancel}</QuietAction>
        </div>
      </div>
    )
  }
  return (
    <PanelPart title={t('panel.roles')} hint={t('panel.rolesHint')}>
      <RoleBoxes
        label={t('panel.roles')}
        value={rolesAsShown(member.roles, going)}
        onChange={choose}
        isDisabled={(role) => !member.can.changeRoles || (role === 'administrator' && isLast)}
        beside={beside}
      />
      {member.isManager && (
        <p className={classes.line}>
          <b>{t('roles.manager')}</b> — {t('rolesSay.manager')}
        </p>
      )}
    </PanelPart>
  )
}

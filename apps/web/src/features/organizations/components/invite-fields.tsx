import { TextInput } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { InviteForm } from '../model/use-invite.ts'
import classes from './member.module.css'
import { RoleBoxes } from './role-boxes.tsx'

/** The address and the roles of an invitation. */
export function InviteFields({ form }: { readonly form: InviteForm }) {
  const t = useTranslations('organizations.invitation')
  const { roles } = form.values
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('email')}
        description={t('emailHint')}
        inputMode="email"
        autoComplete="off"
        required
        withAsterisk={false}
        {...form.getInputProps('email')}
      />
      <div>
        <p className={classes.legend}>{t('roles')}</p>
        <RoleBoxes
          label={t('roles')}
          value={roles}
          onChange={(role, isGiven) => form.setFieldValue('roles', isGiven ? [...roles, role] : roles.filter((one) => one !== role))}
        />
      </div>
    </div>
  )
}

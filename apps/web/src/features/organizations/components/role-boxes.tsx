import { Checkbox } from '@mantine/core'
import { type GrantableRole, grantableRoles } from '@oeuvre/domain/organizations/schema'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import classes from './member.module.css'

type RoleBoxesProps = {
  readonly label: string
  readonly value: readonly GrantableRole[]
  readonly onChange: (role: GrantableRole, isGiven: boolean) => void
  readonly isDisabled?: (role: GrantableRole) => boolean
  /** Beside a role: why it cannot change, what was refused. */
  readonly beside?: (role: GrantableRole) => ReactNode
}

/** The roles that an administrator gives, each with what it opens. */
export function RoleBoxes({ label, value, onChange, isDisabled, beside }: RoleBoxesProps) {
  const t = useTranslations('organizations')
  return (
    <fieldset className={classes.roles} aria-label={label}>
      {grantableRoles.map((role) => (
        <div key={role}>
          <Checkbox
            label={t(`roles.${role}`)}
            description={t(`rolesSay.${role}`)}
            checked={value.includes(role)}
            disabled={isDisabled?.(role)}
            onChange={(event) => onChange(role, event.currentTarget.checked)}
          />
          {beside?.(role)}
        </div>
      ))}
    </fieldset>
  )
}

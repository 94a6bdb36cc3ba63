import { contributorRoles } from '@oeuvre/domain/credits/schema'
import { useTranslations } from 'use-intl'
import type { PersonOnForm } from '../model/log-form.ts'
import { withRole } from '../model/shares.ts'
import classes from './log.module.css'
import { useLogPage } from './log-page.ts'

const choices = [...contributorRoles, 'thanked'] as const

/** The device's own list: one tap on a phone, one letter on a keyboard. */
export function RoleField({ person }: { readonly person: PersonOnForm }) {
  const t = useTranslations('outcomesLog.who')
  const words = useTranslations('outcomes')
  const { form, change } = useLogPage()
  const isOnly = form.people.length === 1
  const value = person.weight > 0 ? person.role : 'thanked'
  return (
    <select
      className={classes.role}
      aria-label={t('roleOf', { name: person.name })}
      value={value}
      disabled={isOnly}
      onChange={(event) => {
        const role = choices.find((choice) => choice === event.currentTarget.value)
        if (role) change(withRole(form, person.personId, role))
      }}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice === 'thanked' ? words('thanked') : words(`roles.${choice}`)}
        </option>
      ))}
    </select>
  )
}

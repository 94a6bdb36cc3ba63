import { PasswordInput, Progress } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { passwordLength } from '@oeuvre/domain/identity/schema'
import { useTranslations } from 'use-intl'
import classes from './new-password.module.css'

const strong = 16

/** A password being chosen. Length is the one thing measured here; the server also refuses those that everybody guesses. */
export function NewPassword({ label, ...input }: GetInputPropsReturnType & { readonly label: string }) {
  const t = useTranslations('identity.password')
  const length = typeof input.value === 'string' ? [...input.value].length : 0
  const missing = passwordLength.min - length
  const state = missing > 0 ? t('missing', { count: missing }) : length < strong ? t('enough') : t('strong')
  return (
    <div>
      <PasswordInput
        {...input}
        label={label}
        description={t('hint', passwordLength)}
        autoComplete="new-password"
        required
        withAsterisk={false}
        maxLength={passwordLength.max}
      />
      <div className={classes.meter}>
        <Progress value={Math.min(100, (length / strong) * 100)} size={4} color="gray" aria-label={t('meter')} />
        <span aria-live="polite">{length > 0 ? state : null}</span>
      </div>
    </div>
  )
}

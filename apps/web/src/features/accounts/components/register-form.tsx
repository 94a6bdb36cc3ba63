import { Select, TextInput } from '@mantine/core'
import { choosablePlatforms, type Platform } from '@oeuvre/domain/accounts/platforms/schema'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { type FormEvent, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useFormat } from '../../../lib/format.ts'
import { usePlatformName } from '../model/platform-names.ts'
import { useRegistration } from '../model/use-registration.ts'
import { ConsentFields } from './consent-fields.tsx'
import { RecognitionLine } from './recognition-line.tsx'
import classes from './register-form.module.css'

/** One field to paste into; what else is asked appears once the account is recognised. */
export function RegisterForm() {
  const t = useTranslations('accounts.register')
  const field = useRef<HTMLInputElement>(null)
  const registration = useRegistration(() => field.current?.focus())
  const { draft, change, recognition, isOpen, errors, problem, isPending, submit } = registration
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  return (
    <form onSubmit={onSubmit} className={classes.form} noValidate>
      <TextInput
        ref={field}
        label={t('address')}
        placeholder={t('placeholder')}
        value={draft.address}
        error={errors.address}
        onChange={(event) => change({ address: event.currentTarget.value })}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="url"
        enterKeyHint="next"
      />
      {!errors.address && (
        <RecognitionLine
          recognition={recognition}
          onInstead={(address) => change({ address, platform: null })}
          onAnotherPlatform={() => change({ isChoosing: true })}
        />
      )}
      {registration.isChoosing && (
        <PlatformSelect
          value={draft.platform}
          placeholder={t(registration.isPlatformNeeded ? 'platformChoose' : 'platformAny')}
          onChange={(platform) => change({ platform })}
        />
      )}
      {isOpen && (
        <>
          <ConsentFields value={draft.choices} onChange={(choices) => change({ choices })} error={errors.consent} />
          <FormError>{problem}</FormError>
          <div className={classes.end}>
            <MainAction type="submit" tall stretch="phone" loading={isPending}>
              {t('submit')}
            </MainAction>
          </div>
        </>
      )}
    </form>
  )
}

type PlatformSelectProps = {
  readonly value: Platform | null
  readonly placeholder: string
  readonly onChange: (next: Platform | null) => void
}

function PlatformSelect({ value, placeholder, onChange }: PlatformSelectProps) {
  const t = useTranslations('accounts.register')
  const { compare } = useFormat()
  const platformName = usePlatformName()
  const data = choosablePlatforms
    .map((platform) => ({ value: platform, label: platformName(platform) }))
    .sort((a, b) => compare(a.label, b.label))
  return (
    <Select
      mt="sm"
      maw={320}
      label={t('platform')}
      placeholder={placeholder}
      data={data}
      value={value}
      searchable
      clearable
      onChange={(next) => onChange(choosablePlatforms.find((platform) => platform === next) ?? null)}
    />
  )
}

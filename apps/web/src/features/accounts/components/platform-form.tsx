import { TextInput } from '@mantine/core'
import type { OwnPlatform } from '@oeuvre/domain/accounts/own-platforms/schema'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { usePlatformForm } from '../model/use-platform-form.ts'
import classes from './platforms.module.css'

type PlatformFormProps = {
  /** null: a new one. */
  readonly platform: OwnPlatform | null
  readonly onEnd: () => void
}

/** What makes an address one of this platform's. */
export function PlatformForm({ platform, onEnd }: PlatformFormProps) {
  const t = useTranslations('accountsPlatforms')
  const words = useTranslations('words')
  const { form, problem, isPending, submit } = usePlatformForm(platform, onEnd)
  return (
    <form noValidate onSubmit={submit} className={classes.form}>
      <TextInput label={t('name')} autoComplete="off" data-autofocus={platform ? true : undefined} {...form.getInputProps('name')} />
      <TextInput
        label={t('hosts')}
        description={t('hostsHint')}
        placeholder="community.example.org"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.getInputProps('hosts')}
      />
      <TextInput
        label={t('pattern')}
        description={t('patternHint')}
        placeholder="/members/{handle}"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.getInputProps('pattern')}
      />
      <FormError>{problem}</FormError>
      <div className={classes.ends}>
        <MainAction type="submit" loading={isPending}>
          {platform ? words('save') : t('add')}
        </MainAction>
        {platform && <QuietAction onClick={onEnd}>{words('cancel')}</QuietAction>}
      </div>
    </form>
  )
}

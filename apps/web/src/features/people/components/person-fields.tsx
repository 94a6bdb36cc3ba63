import { TextInput } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { useFormat } from '../../../lib/format.ts'
import type { PersonField, PersonForm } from '../model/use-person-form.ts'
import classes from './panel.module.css'

type PersonFieldsProps = {
  readonly form: PersonForm
  /** What somebody else wrote meanwhile. */
  readonly meanwhile?: (field: PersonField) => string | null
}

export function PersonFields({ form, meanwhile = () => null }: PersonFieldsProps) {
  const t = useTranslations('people.form')
  const format = useFormat()
  const beside = (field: PersonField, hint?: string) => {
    const now = meanwhile(field)
    return now === null ? hint : t('meanwhile', { value: field === 'joinedOn' && now ? format.day(now) : now || '—' })
  }
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('name')}
        required
        withAsterisk={false}
        autoComplete="off"
        data-autofocus
        description={beside('name')}
        {...form.getInputProps('name')}
      />
      <div className={classes.two}>
        <TextInput label={t('title')} autoComplete="off" description={beside('title')} {...form.getInputProps('title')} />
        <TextInput label={t('site')} autoComplete="off" description={beside('site')} {...form.getInputProps('site')} />
      </div>
      <TextInput
        label={t('email')}
        inputMode="email"
        autoComplete="off"
        description={beside('email', t('emailHint'))}
        {...form.getInputProps('email')}
      />
      <div className={classes.two}>
        <TextInput label={t('externalId')} autoComplete="off" description={beside('externalId')} {...form.getInputProps('externalId')} />
        <DateField clearable label={t('joinedOn')} description={beside('joinedOn')} {...form.getInputProps('joinedOn')} />
      </div>
    </div>
  )
}

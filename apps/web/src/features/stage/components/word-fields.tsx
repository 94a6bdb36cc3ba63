import { Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { stageLimits } from '@oeuvre/domain/stage/schema'
import { useTranslations } from 'use-intl'
import { ChoiceField } from '../../../components/form-frame.tsx'
import type { WordValues } from '../model/word-values.ts'

type FieldsProps<T extends WordValues> = { readonly form: UseFormReturnType<T>; readonly hasClient: boolean }

/** What is said beside a story. */
export function WordFields<T extends WordValues>({ form, hasClient }: FieldsProps<T>) {
  const t = useTranslations('stage.form')
  const { values } = form
  const said = { autosize: true, minRows: 2, maxLength: stageLimits.said } as const
  return (
    <>
      <Textarea label={t('reason')} description={t('reasonHint')} {...said} {...form.getInputProps('reason')} />
      <TextInput label={t('quote')} description={t('quoteHint')} maxLength={stageLimits.quote} {...form.getInputProps('quote')} />
      <Textarea label={t('needed')} description={t('optional')} {...said} {...form.getInputProps('needed')} />
      <Textarea label={t('learnt')} description={t('optional')} {...said} {...form.getInputProps('learnt')} />
      <Textarea label={t('thanks')} description={t('thanksHint')} {...said} {...form.getInputProps('thanks')} />
      {hasClient && (
        <ChoiceField
          label={t('client')}
          options={[
            { value: 'shown', label: t('clientShown') },
            { value: 'withheld', label: t('clientWithheld') },
          ]}
          value={values.client}
          onChoose={(client) => form.getInputProps('client').onChange(client)}
          note={t('clientNote')}
        />
      )}
      {values.client === 'withheld' && (
        <TextInput label={t('clientAs')} description={t('clientAsHint')} maxLength={300} {...form.getInputProps('clientAs')} />
      )}
    </>
  )
}

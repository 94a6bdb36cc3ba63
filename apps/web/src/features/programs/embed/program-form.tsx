import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { programForms, programLimits } from '@oeuvre/domain/programs/schema'
import { lastDayOfYearFrom } from '@oeuvre/domain/time/day'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { ChoiceField, FormFrame, Two } from '../../../components/form-frame.tsx'
import { useShell } from '../../../lib/shell.ts'
import { PersonSelect } from '../../people/embed/person-select.tsx'
import { type Edited, useProgramForm } from '../model/use-program-form.ts'
import styles from './program-form.module.css'

type Choice = { readonly value: string; readonly label: string }
type FormProps = {
  /** null: a new one. */
  readonly edited: Edited | null
  readonly currency: string
  readonly today: string
  readonly objectives: readonly Choice[]
  readonly channels: readonly Choice[]
  readonly onSaved: (id: string) => void
  readonly onCancel: () => void
}

export function ProgramForm({ edited, currency, today, objectives, channels, onSaved, onCancel }: FormProps) {
  const t = useTranslations('programs.form')
  const { person } = useShell()
  const { form, problem, submit, isPending } = useProgramForm(
    { edited, fresh: { owner: person, from: today, to: lastDayOfYearFrom(today) } },
    onSaved,
  )
  const { values, errors } = form
  return (
    <FormFrame saveLabel={t(edited ? 'save' : 'create')} problem={problem} isPending={isPending} onSubmit={submit} onCancel={onCancel}>
      <TextInput label={t('title')} description={t('titleHint')} autoComplete="off" {...form.getInputProps('title')} />
      <FormChoice form={form} />
      {objectives.length > 0 && (
        <Select
          label={t('objective')}
          description={t('objectiveHint')}
          placeholder={t('noObjective')}
          searchable
          clearable
          nothingFoundMessage={t('nothing')}
          data={[...objectives]}
          {...form.getInputProps('objectiveId')}
        />
      )}
      <Textarea label={t('why')} description={t('whyHint')} autosize minRows={3} {...form.getInputProps('why')} />
      <MultiSelect
        label={t('channels')}
        description={t('channelsHint')}
        data={[...channels]}
        searchable
        clearable
        {...form.getInputProps('channelIds')}
      />
      <Two>
        <DateField label={t('from')} {...form.getInputProps('from')} />
        <DateField label={t('to')} {...form.getInputProps('to')} />
      </Two>
      <PersonSelect
        label={t('owner')}
        description={t('ownerHint')}
        isSingle
        value={values.owner ? [values.owner] : []}
        onChange={([owner]) => form.setFieldValue('owner', owner ?? null)}
        error={errors.ownerId}
      />
      <PersonSelect
        label={t('coaches')}
        description={t('coachesHint')}
        value={values.coaches}
        onChange={(coaches) => form.setFieldValue('coaches', coaches)}
        error={errors.coachIds}
      />
      <Costs form={form} currency={currency} />
    </FormFrame>
  )
}

type Fields = ReturnType<typeof useProgramForm>['form']

function FormChoice({ form }: { readonly form: Fields }) {
  const t = useTranslations('programs')
  return (
    <ChoiceField
      label={t('form.form')}
      options={programForms.map((one) => ({ value: one, label: t(`forms.${one}`) }))}
      value={form.values.form}
      onChoose={(next) => form.setFieldValue('form', next)}
      note={t(`formHints.${form.values.form}`)}
    />
  )
}

function Costs({ form, currency }: { readonly form: Fields; readonly currency: string }) {
  const t = useTranslations('programs.form')
  return (
    <>
      <Two>
        <TextInput
          label={t('budget')}
          description={t('budgetHint', { currency })}
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps('budget')}
        />
        <NumberInput
          label={t('hours')}
          description={t('hoursHint')}
          min={0}
          max={programLimits.hours}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('hours')}
        />
      </Two>
      <NumberInput
        label={t('waves')}
        description={t('wavesHint')}
        min={1}
        max={programLimits.waves}
        allowDecimal={false}
        className={styles.number}
        {...form.getInputProps('waves')}
      />
    </>
  )
}

import { MultiSelect, NumberInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { programForms, programLimits } from '@oeuvre/domain/programs/schema'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { FormError } from '../../../components/form-error.tsx'
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

/** The last day of the year that begins on a day. */
function yearFrom(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 364 * 86_400_000).toISOString().slice(0, 10)
}

export function ProgramForm({ edited, currency, today, objectives, channels, onSaved, onCancel }: FormProps) {
  const t = useTranslations('programs.form')
  const say = useTranslations('words')
  const { person } = useShell()
  const { form, problem, submit, isPending } = useProgramForm(
    { edited, fresh: { owner: person, from: today, to: yearFrom(today) } },
    onSaved,
  )
  const { values, errors } = form
  return (
    <form noValidate onSubmit={submit}>
      <div className={styles.fields}>
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
        <div className={styles.two}>
          <DateField label={t('from')} {...form.getInputProps('from')} />
          <DateField label={t('to')} {...form.getInputProps('to')} />
        </div>
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
      </div>
      <FormError>{problem}</FormError>
      <div className={styles.ends}>
        <MainAction type="submit" loading={isPending}>
          {t(edited ? 'save' : 'create')}
        </MainAction>
        <QuietAction onClick={onCancel}>{say('cancel')}</QuietAction>
      </div>
    </form>
  )
}

type Fields = ReturnType<typeof useProgramForm>['form']

function FormChoice({ form }: { readonly form: Fields }) {
  const t = useTranslations('programs')
  return (
    <div className={styles.choice}>
      <p id="program-form">{t('form.form')}</p>
      <SegmentedControl
        fullWidth
        aria-labelledby="program-form"
        value={form.values.form}
        onChange={(next) => form.setFieldValue('form', programForms.find((one) => one === next) ?? 'targeted')}
        data={programForms.map((one) => ({ value: one, label: t(`forms.${one}`) }))}
      />
      <p>{t(`formHints.${form.values.form}`)}</p>
    </div>
  )
}

function Costs({ form, currency }: { readonly form: Fields; readonly currency: string }) {
  const t = useTranslations('programs.form')
  return (
    <>
      <div className={styles.two}>
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
      </div>
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

import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { type ObjectivesOutput, objectiveMeasures } from '@oeuvre/domain/objectives/schema'
import { servedBy } from '@oeuvre/domain/objectives/tree/rules'
import { lastDayOfYearFrom } from '@oeuvre/domain/time/day'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { ChoiceField, FormFrame, Two } from '../../../components/form-frame.tsx'
import { useShell } from '../../../lib/shell.ts'
import { PersonSelect } from '../../people/embed/person-select.tsx'
import { TeamSelect } from '../../people/embed/team-select.tsx'
import { type Edited, useObjectiveForm } from '../model/use-objective-form.ts'

type FormProps = {
  /** null: a new one. */
  readonly edited: Edited | null
  readonly list: ObjectivesOutput
  readonly types: readonly { readonly value: string; readonly label: string }[]
  /** Teams that the reader cannot set one for. */
  readonly without: ReadonlySet<string>
  /** Which one a new one is to serve. */
  readonly parentId: string | null
  readonly onSaved: (id: string) => void
  readonly onCancel: () => void
}

export function ObjectiveForm({ edited, list, types, without, parentId, onSaved, onCancel }: FormProps) {
  const t = useTranslations('objectives.form')
  const { person } = useShell()
  const { can, year } = list
  const fresh = { teamId: can.ofTeams?.[0] ?? null, parentId, from: year.from, to: lastDayOfYearFrom(year.from), owner: person }
  const { form, problem, submit, isPending } = useObjectiveForm({ edited, fresh }, onSaved)
  const { values, errors } = form
  return (
    <FormFrame saveLabel={t(edited ? 'save' : 'create')} problem={problem} isPending={isPending} onSubmit={submit} onCancel={onCancel}>
      <TextInput label={t('title')} description={t('titleHint')} autoComplete="off" {...form.getInputProps('title')} />
      <Textarea label={t('why')} description={t('whyHint')} autosize minRows={3} {...form.getInputProps('why')} />
      <TeamSelect
        label={t('team')}
        description={t(can.ofOrganization ? 'teamHint' : 'teamHintOwn')}
        clearable={can.ofOrganization}
        placeholder={t('wholeOrganization')}
        without={without}
        value={values.teamId}
        onChange={(teamId) => form.setFieldValue('teamId', teamId)}
        error={errors.teamId}
      />
      <ParentField list={list} edited={edited} form={form} />
      <Target form={form} currency={list.currency} />
      <MultiSelect
        label={t('types')}
        description={t('typesHint')}
        placeholder={values.typeIds.length === 0 ? t('allTypes') : undefined}
        data={[...types]}
        searchable
        clearable
        {...form.getInputProps('typeIds')}
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
    </FormFrame>
  )
}

type Fields = ReturnType<typeof useObjectiveForm>['form']

/** Not itself, nor one that serves it. */
function ParentField({ list, edited, form }: { readonly list: ObjectivesOutput; readonly edited: Edited | null; readonly form: Fields }) {
  const t = useTranslations('objectives.form')
  const under = new Set(edited ? servedBy(list.objectives, edited.id) : [])
  const offered = list.objectives.filter(({ id, isArchived }) => !under.has(id) && (!isArchived || id === form.values.parentId))
  if (offered.length === 0) return null
  return (
    <Select
      label={t('parent')}
      description={t('parentHint')}
      placeholder={t('noParent')}
      searchable
      clearable
      nothingFoundMessage={t('nothing')}
      data={offered.map(({ id, title }) => ({ value: id, label: title }))}
      value={form.values.parentId}
      onChange={(parentId) => form.setFieldValue('parentId', parentId)}
      error={form.errors.parentId}
    />
  )
}

function Target({ form, currency }: { readonly form: Fields; readonly currency: string }) {
  const t = useTranslations('objectives')
  const { measure } = form.values
  return (
    <Two>
      <ChoiceField
        label={t('measure')}
        options={objectiveMeasures.map((one) => ({ value: one, label: t(`measures.${one}`) }))}
        value={measure}
        onChoose={(next) => form.setFieldValue('measure', next)}
      />
      <TextInput
        label={t('form.target')}
        description={measure === 'value' ? t('form.targetValue', { currency }) : t('form.targetResults')}
        inputMode={measure === 'value' ? 'decimal' : 'numeric'}
        autoComplete="off"
        {...form.getInputProps('target')}
      />
    </Two>
  )
}

import { Textarea, TextInput } from '@mantine/core'
import { stageLimits } from '@oeuvre/domain/stage/schema'
import { ReadColumns } from '@oeuvre/ui/layout/columns.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { ForbiddenPage } from '../../../components/forbidden-page.tsx'
import { ChoiceField, FormFrame, Two } from '../../../components/form-frame.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { useOutcomeTitle } from '../../outcomes/embed/outcome-title.ts'
import { FairnessPart } from '../components/fairness-part.tsx'
import { PlaceField } from '../components/story-actions.tsx'
import { useChoosing } from '../model/use-choosing.ts'

/** Puts a verified result on stage, with a reason. */
export function ChooseStory({ outcomeId }: { readonly outcomeId: string }) {
  const t = useTranslations('stage.form')
  const fairly = useTranslations('stage.fairness')
  const f = useFormat()
  const titleOf = useOutcomeTitle()
  const { data: outcome } = useSuspenseQuery(trpc.outcomes.get.queryOptions({ id: outcomeId }))
  const { data: known } = useSuspenseQuery(trpc.stage.ofOutcome.queryOptions({ outcomeId }))
  usePageTitle(t('title'))
  if (!known.canChoose) return <ForbiddenPage />
  const asked = f.list(outcome.contributors.map(({ name }) => name))
  return (
    <>
      <PageHead size="title" above={t('title')} title={titleOf(outcome)} intro={t('intro')} />
      <ReadColumns aside={<FairnessPart />} asideLabel={fairly('title')}>
        <Form outcomeId={outcomeId} hasClient={(outcome.subject ?? '').trim() !== ''} asked={t('asked', { names: asked })} />
      </ReadColumns>
    </>
  )
}

type FormProps = { readonly outcomeId: string; readonly hasClient: boolean; readonly asked: string }

function Form({ outcomeId, hasClient, asked }: FormProps) {
  const t = useTranslations('stage.form')
  const { organization } = useShell()
  const f = useFormat()
  const navigate = useNavigate()
  const open = (id: string) => void navigate({ to: '/$organization/stage/$id', params: { organization, id } })
  const back = () => void navigate({ to: '/$organization/outcomes/$id', params: { organization, id: outcomeId } })
  const { form, problem, submit, isPending } = useChoosing({ outcomeId, today: f.today(new Date()) }, open)
  const { values } = form
  const said = { autosize: true, minRows: 2, maxLength: stageLimits.said } as const
  return (
    <FormFrame saveLabel={t('save')} problem={problem} isPending={isPending} onSubmit={submit} onCancel={back}>
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
          onChoose={(client) => form.setFieldValue('client', client)}
          note={t('clientNote')}
        />
      )}
      {values.client === 'withheld' && (
        <TextInput label={t('clientAs')} description={t('clientAsHint')} maxLength={300} {...form.getInputProps('clientAs')} />
      )}
      <Two>
        <DateField label={t('from')} {...form.getInputProps('from')} />
        <DateField
          label={t('until')}
          description={t('untilHint')}
          clearable
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          {...form.getInputProps('until')}
        />
      </Two>
      <PlaceField value={values.place} onChoose={(place) => form.setFieldValue('place', place)} />
      <p>{asked}</p>
    </FormFrame>
  )
}

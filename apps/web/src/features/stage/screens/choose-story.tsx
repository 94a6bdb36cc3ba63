import { ReadColumns } from '@oeuvre/ui/layout/columns.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { ForbiddenPage } from '../../../components/forbidden-page.tsx'
import { FormFrame, Two } from '../../../components/form-frame.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { useOutcomeTitle } from '../../outcomes/embed/outcome-title.ts'
import { FairnessPart } from '../components/fairness-part.tsx'
import { PlaceField } from '../components/story-actions.tsx'
import { WordFields } from '../components/word-fields.tsx'
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
  const names = outcome.contributors.map(({ name }) => name).filter((name) => !known.unasked.includes(name))
  const asked = [
    ...(names.length > 0 ? [t('asked', { names: f.list(names) })] : []),
    ...(known.unasked.length > 0 ? [t('unasked', { names: f.list(known.unasked) })] : []),
  ].join(' ')
  return (
    <>
      <PageHead size="title" above={t('title')} title={titleOf(outcome)} intro={t('intro')} />
      <ReadColumns aside={<FairnessPart />} asideLabel={fairly('title')}>
        <Form outcomeId={outcomeId} hasClient={(outcome.subject ?? '').trim() !== ''} asked={asked} />
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
  return (
    <FormFrame saveLabel={t('save')} problem={problem} isPending={isPending} onSubmit={submit} onCancel={back}>
      <WordFields form={form} hasClient={hasClient} />
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

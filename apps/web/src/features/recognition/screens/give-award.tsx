import { Checkbox, Textarea } from '@mantine/core'
import { awardLimits } from '@oeuvre/domain/recognition/awards/schema'
import { textLimits } from '@oeuvre/domain/text/storable'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormFrame } from '../../../components/form-frame.tsx'
import { trpc } from '../../../lib/api.ts'
import { useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { failureOf } from '../../../lib/refusals.ts'
import { useShell } from '../../../lib/shell.ts'
import styles from '../components/awards.module.css'
import { QuestionLine } from '../components/question-line.tsx'
import { useGivingAward } from '../model/use-award-changes.ts'

type Whom = { readonly personId: string | null; readonly teamId: string | null }

/** To whom, for which verified results, and why; beside it what could be asked first. */
export function GiveAward(whom: Whom) {
  const t = useTranslations('recognition.awards')
  const say = useWords()
  const navigate = useNavigate()
  const { organization } = useShell()
  const { data } = useSuspenseQuery(trpc.awards.choices.queryOptions(whom))
  const [id] = useState(() => crypto.randomUUID())
  const [outcomeIds, setOutcomeIds] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const name = data.recipient.name
  usePageTitle(t('formTitle', { name }))
  const back = () =>
    void (whom.personId === null
      ? navigate({ to: '/$organization/teams/$id', params: { organization, id: whom.teamId ?? '' }, hash: 'awards' })
      : navigate({ to: '/$organization/people/$id', params: { organization, id: whom.personId }, hash: 'awards' }))
  const give = useGivingAward(back)
  const refusals = give.isError ? failureOf(give.error).refusals : []
  const of = (field: string) =>
    refusals
      .filter((one) => one.field === field)
      .map((one) => say(one))
      .join(' ')
  const rest = refusals.filter((one) => one.field !== 'reason' && one.field !== 'outcomeIds').map((one) => say(one))
  return (
    <>
      <PageHead size="title" title={t('formTitle', { name })} intro={t('intro')} />
      <FormFrame
        saveLabel={t('send')}
        problem={rest.join(' ')}
        isPending={give.isPending}
        onCancel={back}
        onSubmit={(event) => {
          event.preventDefault()
          give.mutate({ ...whom, id, outcomeIds: [...outcomeIds], reason })
        }}
      >
        {data.results.length === 0 ? (
          <Notice>{t('noResults', { name })}</Notice>
        ) : (
          <ResultsField results={data.results} value={outcomeIds} onChange={setOutcomeIds} error={of('outcomeIds')} />
        )}
        <Questions whom={whom} outcomeIds={outcomeIds} />
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          autosize
          minRows={4}
          maxLength={textLimits.words}
          value={reason}
          error={of('reason') || null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </FormFrame>
    </>
  )
}

type ResultsProps = {
  readonly results: readonly { readonly id: string; readonly title: string; readonly client: string; readonly on: string | null }[]
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  readonly error: string
}

function ResultsField({ results, value, onChange, error }: ResultsProps) {
  const t = useTranslations('recognition.awards')
  const f = useFormat()
  const isFull = value.length >= awardLimits.results
  return (
    <Checkbox.Group label={t('results')} description={t('resultsHint')} value={[...value]} onChange={onChange} error={error || null}>
      <div className={styles.choices}>
        {results.map(({ id, title, client, on }) => (
          <Checkbox
            key={id}
            value={id}
            label={title || t('untitled')}
            description={[client, on && f.day(on)].filter(Boolean).join(' · ')}
            disabled={isFull && !value.includes(id)}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}

/** Worth a word before giving. It stops nobody, and nobody else is told. */
function Questions({ whom, outcomeIds }: { readonly whom: Whom; readonly outcomeIds: readonly string[] }) {
  const t = useTranslations('recognition.awards')
  const { data } = useQuery(
    trpc.awards.questions.queryOptions({ ...whom, outcomeIds: [...outcomeIds] }, { placeholderData: keepPreviousData }),
  )
  if (!data || data.questions.length === 0) return null
  return (
    <Notice title={t('questions')} live>
      {t('questionsHint')}
      <ul className={styles.questions}>
        {data.questions.map((question) => (
          <QuestionLine key={JSON.stringify(question)} question={question} />
        ))}
      </ul>
    </Notice>
  )
}

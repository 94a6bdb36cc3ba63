import { Textarea } from '@mantine/core'
import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import { isBlank, textLimits } from '@oeuvre/domain/text/storable'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { type Outputs, trpc, trpcClient } from '../../../lib/api.ts'
import { useWords } from '../../../lib/errors.ts'
import { useOutcomesChanged } from '../model/use-decisions.ts'
import { useRefusalWords } from '../model/use-refusal-words.ts'
import styles from './my-answer.module.css'

type Request = Outputs['outcomes']['requests']['requests'][number]

/** Somebody asks to be added to this result: whoever made it says first whether it is the same. */
export function JoinRequests({ outcome }: { readonly outcome: OutcomeDetail }) {
  const { data } = useQuery(trpc.outcomes.requests.queryOptions({ id: outcome.id }))
  return (data?.requests ?? []).map((request) => <Asking key={request.otherId} id={outcome.id} request={request} />)
}

function Asking({ id, request }: { readonly id: string; readonly request: Request }) {
  const t = useTranslations('answers.join')
  const common = useTranslations('words')
  const say = useWords()
  const refusal = useRefusalWords()
  const refresh = useOutcomesChanged()
  const [words, setWords] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  const { by, answer, otherId } = request
  const run = useMutation({
    mutationFn: (said: { verdict: 'same' | 'another'; words: string }) =>
      trpcClient.outcomes.answerRequest.mutate({ id, otherId, ...said }),
    meta: { showsItsErrors: true },
    onSuccess: () => setWords(null),
    onSettled: refresh,
  })
  function refuse(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (words !== null && !isBlank(words)) run.mutate({ verdict: 'another', words })
  }
  const ways = (
    <>
      {answer?.verdict !== 'same' && (
        <PlainAction onClick={() => run.mutate({ verdict: 'same', words: '' })} loading={run.isPending}>
          {t('same')}
        </PlainAction>
      )}
      {answer?.verdict !== 'another' && <QuietAction onClick={() => setWords('')}>{t('another')}</QuietAction>}
    </>
  )
  return (
    <div className={styles.request}>
      <Notice title={t('asks', { name: by?.name ?? '' })} actions={words === null && ways}>
        {answer ? t(answer.verdict === 'same' ? 'saidSame' : 'saidAnother', { name: answer.by?.name ?? '' }) : t('next')}
        {words !== null && (
          <form onSubmit={refuse} noValidate className={styles.why}>
            <Textarea
              label={t('why')}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              error={isAsked && isBlank(words) ? say({ code: 'words-required' }) : null}
              autosize
              minRows={2}
              maxLength={textLimits.words}
              autoFocus
              required
            />
            <div className={styles.actions}>
              <PlainAction type="submit" loading={run.isPending}>
                {t('say')}
              </PlainAction>
              <QuietAction onClick={() => setWords(null)}>{common('cancel')}</QuietAction>
            </div>
          </form>
        )}
        <FormError>{run.isError ? refusal(run.error) : null}</FormError>
      </Notice>
    </div>
  )
}

import { Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { LikeOutcome } from '@oeuvre/domain/outcomes/likeness/schema'
import { textLimits } from '@oeuvre/domain/text/storable'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { OutcomeKind } from '../embed/outcome-kind.tsx'
import { useLikeness } from '../embed/use-likeness.ts'
import { draftOf } from '../model/log-form.ts'
import { useCompare } from '../model/use-compare.ts'
import { useOutcomeWords } from '../model/use-outcome-words.ts'
import { useRefusalWords } from '../model/use-refusal-words.ts'
import { useLogPage } from './log-page.ts'
import styles from './similar-outcomes.module.css'

const pauseMs = 400

/** Results that this one may be the same as, asked for as it is typed. Takes no room where there is none. */
export function SimilarOutcomes() {
  const t = useTranslations('review.like')
  const { form, vocabulary, keeping } = useLogPage()
  const draft = draftOf(form, vocabulary.types.find((type) => type.id === form.typeId)?.valueKind ?? null)
  const { id, typeId, subject, occurredOn, value, externalId } = draft
  const asked = { id, typeId, subject: (subject ?? '').slice(0, textLimits.line), occurredOn, value, externalId }
  const [settled] = useDebouncedValue(JSON.stringify(asked), pauseMs)
  const enabled = Boolean(asked.externalId) || (asked.subject.trim() !== '' && Boolean(asked.occurredOn))
  const question: typeof asked = JSON.parse(settled)
  const personIds = form.people.map((person) => person.personId)
  const { data } = useQuery(
    trpc.outcomes.likeDraft.queryOptions({ ...question, personIds }, { enabled, placeholderData: keepPreviousData, throwOnError: false }),
  )
  if (!enabled || !data || (data.outcomes.length === 0 && !data.isAnotherHidden)) return null
  return (
    <section className={styles.similar} aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <div role="status" className="visually-hidden">
        {t('found', { count: data.outcomes.length })}
      </div>
      {data.outcomes.map((one) => (
        <Similar key={one.outcome.id} id={form.id} one={one} isKept={keeping.base !== null} />
      ))}
      {data.isAnotherHidden && <p className={styles.hidden}>{t('hidden')}</p>}
    </section>
  )
}

type SimilarProps = { readonly id: string; readonly one: LikeOutcome; readonly isKept: boolean }

function Similar({ id, one, isKept }: SimilarProps) {
  const { organization } = useShell()
  const { title, state } = useOutcomeWords()
  const reasons = useLikeness()
  const f = useFormat()
  const { outcome, author } = one
  const about = [author?.name, outcome.occurredOn && f.day(outcome.occurredOn), state(outcome.state)].filter(Boolean).join(' · ')
  return (
    <article className={styles.twin}>
      <OutcomeKind type={outcome.type} />
      <h3>
        <ScreenLink to="/$organization/outcomes/$id" params={{ organization, id: outcome.id }} look="plain" target="_blank">
          {title(outcome)}
        </ScreenLink>
      </h3>
      <p>{about}</p>
      <p className={styles.reasons}>{reasons(one.likeness)}</p>
      <Answer id={id} one={one} isKept={isKept} />
    </article>
  )
}

/** It is the same, or it is another; said once, and again if one thinks better of it. */
function Answer({ id, one, isKept }: SimilarProps) {
  const t = useTranslations('review.like')
  const compare = useCompare()
  const [isAsking, setAsking] = useState(false)
  const said = one.comparisons.findLast((comparison) => !comparison.isDecided)
  const pair = { id, otherId: one.outcome.id }
  if (isAsking) return <Why onClose={() => setAsking(false)} pair={pair} />
  if (!isKept) return null
  return (
    <>
      {said && <p className={styles.said}>{said.verdict === 'same' ? t('saidSame') : t('saidAnother', { words: said.words })}</p>}
      <div className={styles.ways}>
        {said?.verdict !== 'same' && (
          <TextButton onClick={() => compare.mutate({ ...pair, verdict: 'same' })} disabled={compare.isPending}>
            {t('share')}
          </TextButton>
        )}
        {said?.verdict !== 'another' && <TextButton onClick={() => setAsking(true)}>{t('another')}</TextButton>}
      </div>
    </>
  )
}

function Why({ pair, onClose }: { readonly pair: { readonly id: string; readonly otherId: string }; readonly onClose: () => void }) {
  const t = useTranslations('review.like')
  const common = useTranslations('words')
  const say = useWords()
  const refusal = useRefusalWords()
  const compare = useCompare({ onSaid: onClose })
  const [words, setWords] = useState('')
  const [isMissing, setMissing] = useState(false)
  function send(event: FormEvent) {
    event.preventDefault()
    setMissing(words.trim() === '')
    if (words.trim() !== '') compare.mutate({ ...pair, verdict: 'another', words })
  }
  return (
    <form onSubmit={send} noValidate className={styles.why}>
      <Textarea
        label={t('why')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={isMissing ? say({ code: 'words-required' }) : null}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={textLimits.words}
        autoFocus
        required
      />
      <FormError>{compare.isError ? refusal(compare.error) : null}</FormError>
      <div className={styles.ways}>
        <PlainAction type="submit" loading={compare.isPending}>
          {t('say')}
        </PlainAction>
        <TextButton onClick={onClose}>{common('cancel')}</TextButton>
      </div>
    </form>
  )
}

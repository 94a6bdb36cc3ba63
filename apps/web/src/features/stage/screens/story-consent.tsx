import type { AskedPage, ConsentAnswer } from '@oeuvre/domain/stage/schema'
import { LineSkeleton, Loading } from '@oeuvre/ui/feedback/skeletons.tsx'
import { Wordmark } from '@oeuvre/ui/marks/wordmark.tsx'
import { HatchKey } from '@oeuvre/ui/shares/hatch-key.tsx'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { ConsentChoice } from '../components/consent-part.tsx'
import { StoryTelling } from '../components/story-telling.tsx'
import { useStoryWords } from '../model/use-story-words.ts'
import styles from './story-consent.module.css'

/** Of somebody without a login, by the link that they were mailed. The token stands after the #: it is sent in no address. */
export function StoryConsent() {
  const t = useTranslations('stage.asked')
  const [token] = useState(() => location.hash.slice(1))
  const open = useMutation(trpc.stage.openAsked.mutationOptions({ meta: { showsItsErrors: true } }))
  const { mutate } = open
  usePageTitle(t('page'))
  useEffect(() => mutate({ token }), [mutate, token])
  return (
    <main id="main" className={styles.door} tabIndex={-1}>
      <Wordmark label="Oeuvre" />
      {open.data && <Asked page={open.data} token={token} />}
      {open.isError && (
        <>
          <h1>{t('over')}</h1>
          <p>{t('overText')}</p>
        </>
      )}
      {!open.data && !open.isError && (
        <Loading label={t('page')}>
          <LineSkeleton lines={6} />
        </Loading>
      )}
    </main>
  )
}

function Asked({ page, token }: { readonly page: AskedPage; readonly token: string }) {
  const t = useTranslations('stage')
  const words = useWords()
  const f = useFormat()
  const { story } = page
  const [answer, setAnswer] = useState<ConsentAnswer | null>(page.answer)
  const say = useMutation(
    trpc.stage.answerAsked.mutationOptions({ meta: { showsItsErrors: true }, onSuccess: (saved) => setAnswer(saved.answer) }),
  )
  const by = page.chosenBy?.name ?? null
  return (
    <article>
      <p>
        {t('asked.hello', {
          name: page.personName,
          by: by ?? page.organizationName,
          organization: page.organizationName,
          day: f.day(story.from),
        })}
      </p>
      <h1>{story.title}</h1>
      <StoryTelling story={story} reason={page.reason} by={by} />
      <People page={page} />
      <ConsentChoice answer={answer} said={say.isPending ? say.variables.answer : null} onSay={(one) => say.mutate({ token, answer: one })}>
        <p role="status">{answer && t(`consent.saved.${answer}`)}</p>
        <FormError>{say.isError ? describe(say.error, words) : null}</FormError>
      </ConsentChoice>
      <p className={styles.quiet}>{t('asked.keep')}</p>
    </article>
  )
}

function People({ page: { story } }: { readonly page: AskedPage }) {
  const t = useTranslations('stage')
  const { role, name } = useStoryWords()
  return (
    <section className={styles.people}>
      <h2>{t('people')}</h2>
      <ul>
        {story.people.map((person, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: who is not named has no identity but their place
          <li key={at}>
            <HatchKey role={person.role} />
            <span>{name(person)}</span>
            <small>{role(person)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

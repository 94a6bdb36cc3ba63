import type { StoryCard } from '@oeuvre/domain/stage/schema'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { Plate } from '@oeuvre/ui/plate/plate.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { QuietLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useKeys } from '../../../lib/keys.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { pigmentOf } from '../../outcomes/embed/pigments.ts'
import { StoryKick } from '../components/cover.tsx'
import { useRotation } from '../model/use-rotation.ts'
import { bandsOf, useStoryWords } from '../model/use-story-words.ts'
import styles from './lobby.module.css'

/** Whoever wakes the screen up in the morning reads what is on stage today. */
const askedAgainMs = 300_000

/** A screen for the lobby: one story after the other, large, slow, to be stopped at any moment. */
export function Lobby() {
  const t = useTranslations('stage')
  const { data: front } = useSuspenseQuery(trpc.stage.front.queryOptions(undefined, { refetchInterval: askedAgainMs }))
  const { at, isPaused, step, toggle } = useRotation(front.stories.length)
  usePageTitle(t('lobby'))
  useLargeType()
  const story = front.stories[at]
  return (
    <main className={styles.screen} tabIndex={-1}>
      {story ? <Shown key={story.id} story={story} /> : <h1 className={styles.title}>{t('empty.title')}</h1>}
      <Foot at={at} of={front.stories.length} isPaused={isPaused} step={step} toggle={toggle} />
    </main>
  )
}

function Shown({ story }: { readonly story: StoryCard }) {
  const { opening, name } = useStoryWords()
  return (
    <article className={styles.shown}>
      <Plate id={story.outcomeId} bands={bandsOf(story)} pigment={pigmentOf(story.type)} shape="tall" fill className={styles.plate ?? ''} />
      <div className={styles.text}>
        <StoryKick story={story} />
        <h1 className={styles.title}>{story.title}</h1>
        <p className={styles.opening}>{story.quote.trim() || opening(story)}</p>
        <p className={styles.people}>{story.people.map(name).join(' · ')}</p>
      </div>
    </article>
  )
}

type FootProps = Omit<ReturnType<typeof useRotation>, never> & { readonly of: number }

function Foot({ at, of, isPaused, step, toggle }: FootProps) {
  const t = useTranslations('stage.screen')
  const { organization, settings } = useShell()
  const navigate = useNavigate()
  useKeys(
    useMemo(
      () => [
        { keys: 'ArrowRight', label: t('next'), run: () => step(1) },
        { keys: 'ArrowLeft', label: t('previous'), run: () => step(-1) },
        { keys: ' ', label: t('pause'), run: toggle },
        {
          keys: 'Escape',
          label: t('leave'),
          run: () => void navigate({ to: '/$organization/stage', params: { organization }, search: {} }),
        },
      ],
      [navigate, organization, step, t, toggle],
    ),
  )
  return (
    <footer className={styles.foot}>
      <span>{settings.name}</span>
      <span>{of > 0 && t('place', { at: at + 1, of })}</span>
      <span className={styles.tools}>
        {of > 1 && (
          <>
            <QuietAction onClick={() => step(-1)}>{t('previous')}</QuietAction>
            <QuietAction onClick={toggle} aria-pressed={isPaused}>
              {t(isPaused ? 'goOn' : 'pause')}
            </QuietAction>
            <QuietAction onClick={() => step(1)}>{t('next')}</QuietAction>
          </>
        )}
        <QuietLink to="/$organization/stage" params={{ organization }} search={{}}>
          {t('leave')}
        </QuietLink>
      </span>
    </footer>
  )
}

/** Read from across a room: the root half as large again, and as it was once one leaves. */
function useLargeType(): void {
  const [before] = useState(() => document.documentElement.style.fontSize)
  useEffect(() => {
    document.documentElement.style.fontSize = '150%'
    return () => {
      document.documentElement.style.fontSize = before
    }
  }, [before])
}

import type { StoryCard } from '@oeuvre/domain/stage/schema'
import { RowHead } from '@oeuvre/ui/layout/side-head.tsx'
import { Plate, type PlateShape } from '@oeuvre/ui/plate/plate.tsx'
import { Quote } from '@oeuvre/ui/reading/quote.tsx'
import { Shade, Teaser, Teasers } from '@oeuvre/ui/reading/teaser.tsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import { pigmentOf } from '../../outcomes/embed/pigments.ts'
import { bandsOf, useStoryWords } from '../model/use-story-words.ts'
import { Cover, StoryKick } from './cover.tsx'
import styles from './front.module.css'

type FrontProps = { readonly stories: readonly StoryCard[]; readonly toAll: ReactNode }

/** Laid out like a magazine: the opening story, two beside each other, the shade, voices, and what else there is. */
export function Front({ stories, toAll }: FrontProps) {
  const t = useTranslations('stage')
  const [lead, ...rest] = stories
  if (!lead) return null
  const pair = rest.slice(0, 2)
  const others = rest.slice(2)
  return (
    <>
      <Cover story={lead} />
      {pair.length > 0 && (
        <div className={styles.pair}>
          {pair.map((story) => (
            <StoryTeaser key={story.id} story={story} shape="card" />
          ))}
        </div>
      )}
      <InTheShade stories={stories} />
      <Voices stories={stories} />
      <div className={styles.rest}>
        {others.length > 0 ? (
          <RowHead title={t('also')} end={toAll}>
            <div className={styles.others}>
              <Teasers>
                {others.map((story) => (
                  <StoryTeaser key={story.id} story={story} />
                ))}
              </Teasers>
            </div>
          </RowHead>
        ) : (
          toAll
        )}
      </div>
    </>
  )
}

/** A story in brief; with a picture where there is room for one. */
export function StoryTeaser({ story, shape }: { readonly story: StoryCard; readonly shape?: PlateShape }) {
  const { organization } = useShell()
  const { opening } = useStoryWords()
  const picture = shape && <Plate id={story.outcomeId} bands={bandsOf(story)} pigment={pigmentOf(story.type)} shape={shape} />
  return (
    <Teaser
      size={shape === 'card' ? 'large' : 'small'}
      level={shape ? 2 : 3}
      picture={picture}
      kicker={<StoryKick story={story} />}
      title={
        <ScreenLink to="/$organization/stage/$id" params={{ organization, id: story.id }} look="plain">
          {story.title}
        </ScreenLink>
      }
      text={<span className={styles.brief}>{opening(story)}</span>}
    />
  )
}

/** Whom the stories thank: those who helped and are seldom seen. */
function InTheShade({ stories }: { readonly stories: readonly StoryCard[] }) {
  const t = useTranslations('stage')
  const thanked = stories.filter(({ thanks }) => thanks.trim() !== '').slice(0, 3)
  if (thanked.length === 0) return null
  return (
    <Shade title={t('shade')}>
      {thanked.map((story) => (
        <Quote key={story.id} look="thanks" by={<StoryName story={story} />}>
          {story.thanks}
        </Quote>
      ))}
    </Shade>
  )
}

function Voices({ stories }: { readonly stories: readonly StoryCard[] }) {
  const quoted = stories.filter(({ quote }) => quote.trim() !== '').slice(0, 2)
  if (quoted.length === 0) return null
  return (
    <section className={styles.voices}>
      {quoted.map((story) => (
        <Quote key={story.id} by={<StoryName story={story} />}>
          {story.quote}
        </Quote>
      ))}
    </section>
  )
}

function StoryName({ story }: { readonly story: StoryCard }) {
  const { organization } = useShell()
  return (
    <ScreenLink to="/$organization/stage/$id" params={{ organization, id: story.id }} look="plain">
      {story.title}
    </ScreenLink>
  )
}

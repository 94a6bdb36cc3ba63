import type { StoryCard } from '@oeuvre/domain/stage/schema'
import { Part } from '@oeuvre/ui/layout/side-head.tsx'
import { Lead, Prose } from '@oeuvre/ui/reading/prose.tsx'
import { Quote } from '@oeuvre/ui/reading/quote.tsx'
import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import styles from './story-telling.module.css'

type TellingProps = { readonly story: StoryCard; readonly reason: string; readonly by: string | null }

/** The story itself, with what is said beside it. */
export function StoryTelling({ story, reason, by }: TellingProps) {
  const t = useTranslations('stage')
  const { situation, action, result } = story.story
  const quote = story.quote.trim()
  const more = [action, result].filter((part) => part.trim() !== '')
  const beside = (['needed', 'learnt', 'thanks'] as const).filter((key) => story[key].trim() !== '')
  return (
    <>
      {situation.trim() !== '' && <Lead>{situation}</Lead>}
      <div className={styles.on}>
        {(quote === '' ? [more] : [more.slice(0, 1), more.slice(1)]).map((parts, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: before and after the quote
          <Fragment key={at}>
            {at > 0 && <Quote look="ruled">{quote}</Quote>}
            <Prose>
              {parts.map((part) => (
                <p key={part}>{part}</p>
              ))}
            </Prose>
          </Fragment>
        ))}
      </div>
      {beside.map((key) => (
        <Part key={key} title={t(key)} ruled>
          <p className={styles.said}>{story[key]}</p>
        </Part>
      ))}
      <Part title={t('why')} ruled>
        <p className={styles.said}>{reason}</p>
        {by !== null && <p className={styles.since}>{t('whyBy', { name: by })}</p>}
      </Part>
    </>
  )
}

import type { StoryCard } from '@oeuvre/domain/stage/schema'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { Plate } from '@oeuvre/ui/plate/plate.tsx'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { pigmentOf } from '../../outcomes/embed/pigments.ts'
import { bandsOf, useStoryWords } from '../model/use-story-words.ts'
import { StoryKick } from './cover.tsx'
import styles from './story-picture.module.css'

/** The story as a card: a PNG made in the browser, with what may be read of it here and nothing else. */
export function StoryPicture({ story }: { readonly story: StoryCard }) {
  const t = useTranslations('stage')
  const f = useFormat()
  const { settings } = useShell()
  const { failed } = useNotices()
  const card = useRef<HTMLElement>(null)
  const [isDrawn, draw] = useState(false)
  async function take() {
    flushSync(() => draw(true))
    try {
      const { takePicture, saveFile } = await import('../../../components/take-picture.ts')
      if (!card.current) return
      const source = `${settings.name} · ${f.day(story.from)}`
      saveFile(await takePicture({ figure: card.current, title: t('title'), source }), `${t('cardFile')}-${story.from}.png`)
    } catch {
      failed(t('cardFailed'))
    } finally {
      draw(false)
    }
  }
  return (
    <>
      <QuietAction onClick={() => void take()} loading={isDrawn}>
        {t('card')}
      </QuietAction>
      {isDrawn && (
        <div className={styles.aside} aria-hidden="true" data-print="hide">
          <figure ref={card}>
            <Card story={story} />
          </figure>
        </div>
      )}
    </>
  )
}

function Card({ story }: { readonly story: StoryCard }) {
  const { opening, name } = useStoryWords()
  return (
    <div className={styles.card}>
      <Plate id={story.outcomeId} bands={bandsOf(story)} pigment={pigmentOf(story.type)} />
      <StoryKick story={story} />
      <p className={styles.title}>{story.title}</p>
      <p className={styles.opening}>{story.quote.trim() || opening(story)}</p>
      <p className={styles.people}>{story.people.map(name).join(', ')}</p>
    </div>
  )
}

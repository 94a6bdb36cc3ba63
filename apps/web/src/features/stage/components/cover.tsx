import type { StoryCard } from '@oeuvre/domain/stage/schema'
import { Plate } from '@oeuvre/ui/plate/plate.tsx'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import { OutcomeKind } from '../../outcomes/embed/outcome-kind.tsx'
import { pigmentOf } from '../../outcomes/embed/pigments.ts'
import { bandsOf } from '../model/use-story-words.ts'
import styles from './cover.module.css'
import { StoryPeople } from './story-people.tsx'

/** The story that opens the page. */
export function Cover({ story }: { readonly story: StoryCard }) {
  const t = useTranslations('stage')
  const { organization } = useShell()
  const [lead = '', ...rest] = [story.story.situation, story.story.action, story.story.result].filter((part) => part.trim() !== '')
  const params = { organization, id: story.id }
  return (
    <article>
      <Plate id={story.outcomeId} bands={bandsOf(story)} pigment={pigmentOf(story.type)} />
      <div className={styles.grid}>
        <div>
          <StoryKick story={story} />
          <h2 className={styles.title}>
            <ScreenLink to="/$organization/stage/$id" params={params} look="plain">
              {story.title}
            </ScreenLink>
          </h2>
          <p className={styles.lead}>{lead}</p>
          {rest.map((part) => (
            <p key={part} className={styles.story}>
              {part}
            </p>
          ))}
          <p className={styles.more}>
            <ScreenLink to="/$organization/stage/$id" params={params} look="more">
              {t('read')}
            </ScreenLink>
          </p>
        </div>
        <aside>
          <StoryPeople story={story} />
        </aside>
      </div>
    </article>
  )
}

/** Kind, teams, for whom. */
export function StoryKick({ story }: { readonly story: StoryCard }) {
  const t = useTranslations('stage')
  return (
    <div className={styles.kick}>
      <OutcomeKind type={story.type} />
      {story.teams.length > 0 && <b>{story.teams.map(({ name }) => name).join(', ')}</b>}
      {story.client && <span>{t('client', { client: story.client })}</span>}
    </div>
  )
}

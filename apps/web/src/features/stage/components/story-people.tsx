import type { StoryCard } from '@oeuvre/domain/stage/schema'
import { HatchKey } from '@oeuvre/ui/shares/hatch-key.tsx'
import { ShareBar } from '@oeuvre/ui/shares/share-bar.tsx'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import { bandsOf, useStoryWords } from '../model/use-story-words.ts'
import styles from './story.module.css'

/** The team first, then everybody who made it happen and how. */
export function StoryPeople({ story, level = 3 }: { readonly story: StoryCard; readonly level?: 2 | 3 }) {
  const t = useTranslations('stage')
  const { organization } = useShell()
  const { role, name } = useStoryWords()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className={styles.people}>
      {story.teams.length > 0 && (
        <>
          <Heading>{t('team')}</Heading>
          <p className={styles.teams}>
            {story.teams.map((team) => (
              <ScreenLink key={team.id} to="/$organization/teams/$id" params={{ organization, id: team.id }} look="plain">
                {team.name}
              </ScreenLink>
            ))}
          </p>
        </>
      )}
      <Heading>{t('people')}</Heading>
      <ShareBar bands={bandsOf(story)} />
      <ul>
        {story.people.map((person, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: who is not named has no identity but their place
          <li key={at}>
            <HatchKey role={person.role} />
            {person.id ? (
              <ScreenLink to="/$organization/people/$id" params={{ organization, id: person.id }} look="plain">
                {name(person)}
              </ScreenLink>
            ) : (
              <i>{name(person)}</i>
            )}
            <span>{role(person)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

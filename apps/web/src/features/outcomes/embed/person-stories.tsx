import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { EmptyState } from '@oeuvre/ui/feedback/empty-state.tsx'
import { useTranslations } from 'use-intl'
import { MainLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import { useOutcomeWords } from '../model/use-outcome-words.ts'
import classes from './person-stories.module.css'
import { StoryList } from './story-list.tsx'

type PersonStoriesProps = { readonly personId: string; readonly isSelf: boolean; readonly name: string }

/** The verified stories in which somebody took part, the newest first, with their part in each. */
export function PersonStories({ personId, isSelf, name }: PersonStoriesProps) {
  const t = useTranslations('outcomes.ofPerson')
  return (
    <div className={classes.list}>
      <StoryList
        filter={{ person: personId, state: ['verified'] }}
        label={t('label')}
        part={(story) => <Part story={story} personId={personId} />}
        none={isSelf ? <NoStory /> : t('none', { name })}
      />
    </div>
  )
}

/** "led it, 45%", "supported, 1/3" */
function Part({ story, personId }: { readonly story: OutcomeSummary; readonly personId: string }) {
  const { role, shares } = useOutcomeWords()
  const part = story.contributors.find((one) => one.id === personId)
  if (!part) return null
  const isThanked = part.basisPoints === 0
  return <span>{isThanked ? role(part.role, true) : `${role(part.role)}, ${shares(story).get(personId)}`}</span>
}

function NoStory() {
  const t = useTranslations('outcomes.ofPerson')
  const { organization } = useShell()
  return (
    <EmptyState
      small
      title={t('first')}
      actions={
        <MainLink to="/$organization/outcomes/new" params={{ organization }}>
          {t('log')}
        </MainLink>
      }
    >
      {t('firstText')}
    </EmptyState>
  )
}

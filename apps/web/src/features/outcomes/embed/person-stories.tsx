import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { MoreButton } from '@oeuvre/ui/actions/more-button.tsx'
import { ItemList } from '@oeuvre/ui/data/item-list.tsx'
import { EmptyState } from '@oeuvre/ui/feedback/empty-state.tsx'
import { Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { KindMark } from '@oeuvre/ui/marks/kind-mark.tsx'
import { Ladder } from '@oeuvre/ui/marks/ladder.tsx'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { MainLink, ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { useOutcomeWords } from '../model/use-outcome-words.ts'
import { useOutcomeTitle } from './outcome-title.ts'
import classes from './person-stories.module.css'
import { useVocabularyNames } from './vocabulary-names.ts'

type PersonStoriesProps = { readonly personId: string; readonly isSelf: boolean; readonly name: string }

/** The verified stories in which somebody took part, the newest first, with their part in each. */
export function PersonStories({ personId, isSelf, name }: PersonStoriesProps) {
  const t = useTranslations('outcomes.ofPerson')
  const words = useTranslations('words')
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    trpc.outcomes.list.infiniteQueryOptions(
      { person: personId, state: ['verified'], limit: 10 },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  )
  if (isPending)
    return (
      <Loading label={t('loading')}>
        <RowSkeleton rows={4} widths={[46, 12, 12]} />
      </Loading>
    )
  const stories = data?.pages.flatMap((page) => page.items) ?? []
  if (stories.length === 0) return <NoStory isSelf={isSelf} name={name} />
  return (
    <div className={classes.list}>
      <Stories stories={stories} personId={personId} />
      {hasNextPage && (
        <MoreButton onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {words('more')}
        </MoreButton>
      )}
    </div>
  )
}

function Stories({ stories, personId }: { readonly stories: readonly OutcomeSummary[]; readonly personId: string }) {
  const t = useTranslations('outcomes')
  const format = useFormat()
  const names = useVocabularyNames()
  const titleOf = useOutcomeTitle()
  const { organization } = useShell()
  return (
    <ItemList
      label={t('ofPerson.label')}
      items={stories.map((story) => ({
        key: story.id,
        title: (
          <ScreenLink look="plain" to="/$organization/outcomes/$id" params={{ organization, id: story.id }}>
            {titleOf(story)}
          </ScreenLink>
        ),
        below: story.type && <KindMark pigment={pigmentOf(story.type.pigment)}>{names.type(story.type)}</KindMark>,
        end: (
          <span className={classes.end}>
            <Part story={story} personId={personId} />
            {story.occurredOn && <small>{format.day(story.occurredOn, 'medium')}</small>}
            <Ladder rung={story.rung} />
          </span>
        ),
      }))}
    />
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

function NoStory({ isSelf, name }: { readonly isSelf: boolean; readonly name: string }) {
  const t = useTranslations('outcomes.ofPerson')
  const { organization } = useShell()
  if (!isSelf) return <p className={classes.none}>{t('none', { name })}</p>
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

const pigments = [1, 2, 3, 4, 5, 6, 7, 8] as const

function pigmentOf(pigment: number) {
  return pigments.find((one) => one === pigment) ?? 'other'
}

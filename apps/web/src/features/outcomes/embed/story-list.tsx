import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { MoreButton } from '@oeuvre/ui/actions/more-button.tsx'
import { ItemList } from '@oeuvre/ui/data/item-list.tsx'
import { Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { Ladder } from '@oeuvre/ui/marks/ladder.tsx'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { useOutcomeWords } from '../model/use-outcome-words.ts'
import { OutcomeKind } from './outcome-kind.tsx'
import { useOutcomeTitle } from './outcome-title.ts'
import styles from './story-list.module.css'

type Rows = {
  readonly label: string
  /** Before the day: for instance one's part. */
  readonly part?: (story: OutcomeSummary) => ReactNode
  /** Its team, then its people, beside the type. */
  readonly hasPeople?: boolean
}
type StoryListProps = Rows & { readonly filter: Omit<ListFilter, 'cursor'>; readonly none: ReactNode }

/** The results under a filter that this reader may see, the newest first; a few at a time. */
export function StoryList({ filter, none, ...rows }: StoryListProps) {
  const t = useTranslations('outcomes.ofPerson')
  const words = useTranslations('words')
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    trpc.outcomes.list.infiniteQueryOptions({ ...filter, limit: 10 }, { getNextPageParam: (page) => page.nextCursor }),
  )
  if (isPending)
    return (
      <Loading label={t('loading')}>
        <RowSkeleton rows={4} widths={[46, 12, 12]} />
      </Loading>
    )
  const stories = data?.pages.flatMap((page) => page.items) ?? []
  if (stories.length === 0) return typeof none === 'string' ? <p className={styles.none}>{none}</p> : none
  return (
    <div className={styles.list}>
      <Stories stories={stories} {...rows} />
      {hasNextPage && (
        <MoreButton onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {words('more')}
        </MoreButton>
      )}
    </div>
  )
}

function Stories({ stories, label, part, hasPeople = false }: Rows & { readonly stories: readonly OutcomeSummary[] }) {
  const f = useFormat()
  const titleOf = useOutcomeTitle()
  const { teams } = useOutcomeWords()
  const { organization } = useShell()
  return (
    <ItemList
      label={label}
      items={stories.map((story) => ({
        key: story.id,
        title: (
          <ScreenLink look="plain" to="/$organization/outcomes/$id" params={{ organization, id: story.id }}>
            {titleOf(story)}
          </ScreenLink>
        ),
        below: (
          <span className={styles.below}>
            <OutcomeKind type={story.type} />
            {hasPeople && <span>{f.list(teams(story).map((team) => team.name))}</span>}
            {hasPeople && <span>{f.list(story.contributors.map((one) => one.name))}</span>}
          </span>
        ),
        end: (
          <span className={styles.end} data-part={part ? true : undefined}>
            {part?.(story)}
            {story.occurredOn && <small>{f.day(story.occurredOn, 'medium')}</small>}
            <Ladder rung={story.rung} />
          </span>
        ),
      }))}
    />
  )
}

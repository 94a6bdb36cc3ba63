import type { StageFilter } from '@oeuvre/domain/stage/schema'
import { MoreButton } from '@oeuvre/ui/actions/more-button.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { EmptyState } from '@oeuvre/ui/feedback/empty-state.tsx'
import { LineSkeleton, Loading } from '@oeuvre/ui/feedback/skeletons.tsx'
import { Masthead } from '@oeuvre/ui/layout/page-head.tsx'
import { Teasers } from '@oeuvre/ui/reading/teaser.tsx'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { archiveOptions } from '../model/archive-query.ts'
import styles from './front.module.css'
import { StoryTeaser } from './front.tsx'
import { StageFilters } from './stage-filters.tsx'

type ArchiveProps = { readonly filter: StageFilter; readonly onFilter: (next: StageFilter) => void }

/** All stories that may be read, the newest first. */
export function Archive({ filter, onFilter }: ArchiveProps) {
  const t = useTranslations('stage')
  const { organization } = useShell()
  usePageTitle(t('all'))
  const back = (
    <ScreenLink to="/$organization/stage" params={{ organization }} search={{}}>
      {t('backToFront')}
    </ScreenLink>
  )
  return (
    <>
      <Masthead title={t('all')} note={back} />
      <StageFilters filter={filter} onFilter={(next) => onFilter({ ...next, all: true })} />
      <Stories filter={filter} onFilter={onFilter} />
    </>
  )
}

function Stories({ filter, onFilter }: ArchiveProps) {
  const t = useTranslations('stage')
  const common = useTranslations('words')
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    ...archiveOptions(filter),
    placeholderData: keepPreviousData,
    throwOnError: (_error, query) => query.state.data === undefined,
  })
  if (!data)
    return (
      <Loading label={common('loading')}>
        <LineSkeleton lines={9} />
      </Loading>
    )
  const stories = data.pages.flatMap((page) => page.items)
  if (stories.length === 0)
    return (
      <EmptyState
        small
        title={t('empty.noneTitle')}
        actions={
          <TextButton look="more" onClick={() => onFilter({ all: true })}>
            {t('filters.clear')}
          </TextButton>
        }
      >
        {t('empty.noneText')}
      </EmptyState>
    )
  return (
    <div className={styles.list} aria-busy={isPlaceholderData || undefined}>
      <Teasers>
        {stories.map((story) => (
          <StoryTeaser key={story.id} story={story} shape="small" />
        ))}
      </Teasers>
      {hasNextPage && (
        <MoreButton onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {t('more')}
        </MoreButton>
      )}
    </div>
  )
}

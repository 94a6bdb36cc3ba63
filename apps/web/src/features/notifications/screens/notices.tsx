import { Menu } from '@mantine/core'
import { noticeKinds } from '@oeuvre/domain/notifications/schema'
import { FilterBar, FilterButton } from '@oeuvre/ui/actions/filter-bar.tsx'
import { MoreButton } from '@oeuvre/ui/actions/more-button.tsx'
import { Pick } from '@oeuvre/ui/actions/pick.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { EmptyState } from '@oeuvre/ui/feedback/empty-state.tsx'
import { Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { MainLink, QuietLink } from '../../../components/screen-links.tsx'
import { useKeys } from '../../../lib/keys.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { NoticeDays } from '../components/notice-days.tsx'
import { unreadQuery } from '../embed/unread-query.ts'
import { type NoticesView, noticesOptions } from '../model/notices-query.ts'
import { useMarking } from '../model/use-marking.ts'

type NoticesProps = { readonly view: NoticesView; readonly onView: (next: NoticesView) => void }

/** What the reader was told, by day; the newest first. */
export function Notices({ view, onView }: NoticesProps) {
  const t = useTranslations('notifications')
  const common = useTranslations('words')
  const { data: unread } = useQuery(unreadQuery())
  usePageTitle(t('title'))
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    ...noticesOptions(view),
    placeholderData: keepPreviousData,
    throwOnError: (_error, query) => query.state.data === undefined,
  })
  const { mark, markAll } = useMarking()
  const notices = data?.pages.flatMap((page) => page.items)
  const newest = notices?.[0]?.id
  const hasUnread = (unread?.count ?? 0) > 0
  const readAll = useMemo(() => (newest && hasUnread ? () => void markAll(newest) : null), [newest, hasUnread, markAll])
  useKeys(useMemo(() => (readAll ? [{ keys: 'm', label: t('markAll'), run: readAll }] : []), [readAll, t]))
  return (
    <>
      <Filters view={view} onView={onView} onReadAll={readAll} />
      <PageHead
        title={t('title')}
        intro={unread && <span role="status">{t(unread.isCapped ? 'unreadCapped' : 'unread', { count: unread.count })}</span>}
      />
      {!notices && (
        <Loading label={common('loading')}>
          <RowSkeleton rows={6} widths={[60, 12]} />
        </Loading>
      )}
      {notices?.length === 0 && <Nothing view={view} onView={onView} />}
      {notices && notices.length > 0 && (
        <div aria-busy={isPlaceholderData || undefined}>
          <NoticeDays notices={notices} onMark={mark} />
          {hasNextPage && (
            <MoreButton onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
              {t('more')}
            </MoreButton>
          )}
        </div>
      )}
    </>
  )
}

function Filters({ view, onView, onReadAll }: NoticesProps & { readonly onReadAll: (() => void) | null }) {
  const t = useTranslations('notifications')
  const { organization } = useShell()
  const end = (
    <>
      {onReadAll && (
        <QuietAction onClick={onReadAll} keys={['M']}>
          {t('markAll')}
        </QuietAction>
      )}
      <QuietLink to="/$organization/notices/preferences" params={{ organization }}>
        {t('preferencesLink')}
      </QuietLink>
    </>
  )
  return (
    <FilterBar end={end}>
      <Pick
        label={t('view')}
        options={[
          { key: 'all', label: t('views.all') },
          { key: 'unread', label: t('views.unread') },
        ]}
        value={view.unread ? 'unread' : 'all'}
        onPick={(key) => onView({ ...view, unread: key === 'unread' || undefined })}
      />
      <Menu position="bottom-start">
        <Menu.Target>
          <FilterButton before={t('about')} active={view.kind !== undefined}>
            {view.kind ? t(`kinds.${view.kind}`) : t('everything')}
          </FilterButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onView({ ...view, kind: undefined })}>{t('everything')}</Menu.Item>
          {noticeKinds.map((kind) => (
            <Menu.Item key={kind} onClick={() => onView({ ...view, kind })}>
              {t(`kinds.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </FilterBar>
  )
}

function Nothing({ view, onView }: NoticesProps) {
  const t = useTranslations('notifications')
  const { organization } = useShell()
  if (view.unread || view.kind)
    return (
      <EmptyState
        small
        title={t('emptyFiltered')}
        actions={
          <TextButton look="more" onClick={() => onView({})}>
            {t('clear')}
          </TextButton>
        }
      >
        {t('emptyFilteredText')}
      </EmptyState>
    )
  const log = (
    <MainLink to="/$organization/outcomes/new" params={{ organization }} keys={['N']} tall>
      {t('log')}
    </MainLink>
  )
  return (
    <EmptyState title={t('empty')} actions={log}>
      {t('emptyText')}
    </EmptyState>
  )
}

import { formatListFilter, type ListFilter, parseListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import type { Found } from '@oeuvre/domain/outcomes/search/schema'
import { MoreButton } from '@oeuvre/ui/actions/more-button.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { EmptyState } from '@oeuvre/ui/feedback/empty-state.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { Plate } from '@oeuvre/ui/plate/plate.tsx'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { MainLink } from '../../../components/screen-links.tsx'
import { exportAddress } from '../../../lib/export-address.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { FilterMarks } from '../components/filter-marks.tsx'
import { ListFilters, type OnFilter } from '../components/list-filters.tsx'
import { OutcomeRows } from '../components/outcome-rows.tsx'
import { SearchField } from '../components/search-field.tsx'
import { SavedViews } from '../embed/saved-views.tsx'
import { countOptions, isNarrowed, listOptions } from '../model/list-query.ts'
import { useExportLater } from '../model/use-export-later.ts'
import { useFilterMarks } from '../model/use-filter-marks.ts'
import styles from './outcomes.module.css'

type ListProps = { readonly filter: ListFilter; readonly onFilter: OnFilter }

/** Every outcome that the reader may see; the place where every figure opens. */
export function Outcomes({ filter, onFilter }: ListProps) {
  const t = useTranslations('review.list')
  usePageTitle(t('title'))
  return (
    <>
      <ListFilters filter={filter} onFilter={onFilter} end={<ExportLink filter={filter} />} />
      <PageHead title={t('title')} intro={<Count filter={filter} />} />
      <div className={styles.search}>
        <SearchField value={filter.q ?? ''} onSearch={(q) => onFilter({ ...filter, q: q || undefined })} />
        <FilterMarks filter={filter} onFilter={onFilter} />
        <Views filter={filter} onFilter={onFilter} />
      </div>
      <Past day={filter.asOf} />
      <Rows filter={filter} onFilter={onFilter} />
    </>
  )
}

/** A list of then says so. */
function Past({ day }: { readonly day: string | undefined }) {
  const t = useTranslations('review.list')
  const f = useFormat()
  if (!day) return null
  return (
    <div className={styles.past}>
      <Notice title={t('pastTitle', { day: f.day(day) })}>{t('pastText')}</Notice>
    </div>
  )
}

function Views({ filter: { cursor: _, ...filter }, onFilter }: ListProps) {
  return (
    <div>
      <SavedViews
        screen="outcomes"
        address={formatListFilter(filter)}
        onChoose={(address) => onFilter(parseListFilter(address))}
        isKeepable={isNarrowed(filter)}
      />
    </div>
  )
}

function useCountText(filter: ListFilter): string | null {
  const f = useFormat()
  const { data } = useQuery({ ...countOptions(filter), placeholderData: keepPreviousData })
  return data ? `${f.number(data.count)}${data.isCapped ? '+' : ''}` : null
}

function Count({ filter }: { readonly filter: ListFilter }) {
  const t = useTranslations('review.list')
  const count = useCountText(filter)
  return (
    <span role="status">{count === null ? '…' : t('count', { count, plural: count === '1' || count === '0' ? Number(count) : 2 })}</span>
  )
}

/** The same selection as a file; where there is much of it, in the background too. */
function ExportLink({ filter: { cursor: _, ...filter } }: { readonly filter: ListFilter }) {
  const t = useTranslations('review.list')
  const { organization, can } = useShell()
  const { data } = useQuery({ ...countOptions(filter), placeholderData: keepPreviousData })
  const later = useExportLater()
  if (!can['export.read']) return null
  return (
    <>
      <QuietAction href={exportAddress(organization, 'outcomes', formatListFilter(filter))}>{t('export')}</QuietAction>
      {data?.isCapped && (
        <QuietAction loading={later.isPending} onClick={() => later.ask(filter)}>
          {later.label}
        </QuietAction>
      )}
    </>
  )
}

function Rows({ filter, onFilter }: ListProps) {
  const t = useTranslations('review.list')
  const common = useTranslations('words')
  const count = useCountText(filter)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    ...listOptions(filter),
    placeholderData: keepPreviousData,
    throwOnError: (_error, query) => query.state.data === undefined,
  })
  if (!data)
    return (
      <Loading label={common('loading')}>
        <RowSkeleton rows={8} widths={[48, 12, 16, 10]} />
      </Loading>
    )
  const outcomes = data.pages.flatMap((page) => page.items)
  if (outcomes.length === 0) return isNarrowed(filter) ? <NothingFits filter={filter} onFilter={onFilter} /> : <FirstUse />
  return (
    <div className={styles.rows} aria-busy={isPlaceholderData || undefined} data-stale={isPlaceholderData || undefined}>
      <OutcomeRows outcomes={outcomes} label={t('title')} found={foundIn(data.pages)} />
      {hasNextPage && (
        <MoreButton
          onClick={() => void fetchNextPage()}
          loading={isFetchingNextPage}
          note={count ? t('shown', { shown: String(outcomes.length), count }) : ''}
        >
          {t('more')}
        </MoreButton>
      )}
    </div>
  )
}

/** What the pages shown so far answer to the words. */
function foundIn(pages: readonly { readonly found: Found | null }[]): Found {
  return {
    words: [...new Set(pages.flatMap((page) => page.found?.words ?? []))],
    excerpts: pages.flatMap((page) => page.found?.excerpts ?? []),
  }
}

/** What could be left out, one at a time. */
function NothingFits({ filter, onFilter }: ListProps) {
  const t = useTranslations('review.list')
  const marks = useFilterMarks(filter)
  const ways = (
    <>
      {marks.length > 1 &&
        marks.map(({ key, label, without }) => (
          <QuietAction key={key} onClick={() => onFilter(without)}>
            {t('withoutFilter', { filter: label })}
          </QuietAction>
        ))}
      <TextButton look="more" onClick={() => onFilter({ sort: filter.sort })}>
        {t('clear')}
      </TextButton>
    </>
  )
  return (
    <EmptyState small title={t(filter.q ? 'emptyWords' : 'emptyFiltered')} actions={ways}>
      {t(filter.q ? 'otherWords' : 'notCounted')}
    </EmptyState>
  )
}

const blank = [
  { share: 5, role: 'lead' },
  { share: 3, role: 'support' },
  { share: 2, role: 'coach' },
] as const

function FirstUse() {
  const t = useTranslations('review.list')
  const { organization } = useShell()
  return (
    <EmptyState
      plate={<Plate id="blank" bands={blank} pigment="other" shape="small" motif="blank" />}
      title={t('empty')}
      actions={
        <MainLink to="/$organization/outcomes/new" params={{ organization }} keys={['N']} tall>
          {t('log')}
        </MainLink>
      }
    >
      {t('emptyText')}
    </EmptyState>
  )
}

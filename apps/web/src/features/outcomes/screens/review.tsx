import type { QueueItem } from '@oeuvre/domain/outcomes/review/schema'
import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import { Chip, ChipGroup } from '@oeuvre/ui/actions/chip.tsx'
import { Kbd } from '@oeuvre/ui/actions/kbd.tsx'
import { MoreButton } from '@oeuvre/ui/actions/more-button.tsx'
import { EmptyState } from '@oeuvre/ui/feedback/empty-state.tsx'
import { LineSkeleton, Loading } from '@oeuvre/ui/feedback/skeletons.tsx'
import { TwoPane } from '@oeuvre/ui/layout/columns.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { Plate } from '@oeuvre/ui/plate/plate.tsx'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { DecisionDialog } from '../components/decision-dialog.tsx'
import { QueueList, type QueueListProps } from '../components/queue-list.tsx'
import { ReviewDetail } from '../components/review-detail.tsx'
import { ReviewToolbar } from '../components/review-toolbar.tsx'
import { useQueue } from '../model/use-queue.ts'
import { useReview } from '../model/use-review.ts'
import styles from './review.module.css'

/** What waits for the reader's decision: the queue, and what is chosen in it. `named`: what the address names. */
export function Review({ named, late }: { readonly named: string | undefined; readonly late: boolean }) {
  const t = useTranslations('review.queue')
  const queue = useQueue(named, late)
  usePageTitle(t('title'))
  if (!queue.chosen) return <NothingWaits late={late} />
  return <Panes queue={queue} chosen={queue.chosen} isNamed={named !== undefined} late={late} />
}

type Queue = ReturnType<typeof useQueue>

type PanesProps = { readonly queue: Queue; readonly chosen: QueueItem; readonly isNamed: boolean; readonly late: boolean }

function Panes({ queue, chosen, isNamed, late }: PanesProps) {
  const t = useTranslations('review.queue')
  const { data: outcome } = useQuery(trpc.outcomes.get.queryOptions({ id: chosen.outcome.id }))
  const review = useReview(queue.items, chosen, outcome, late)
  const { asking, ask, selected, isPending } = review
  return (
    <div className={styles.screen} data-open={isNamed || undefined} data-several={selected.length > 0 || undefined}>
      <TwoPane
        listLabel={t('title')}
        detailLabel={t('detail')}
        list={<Waiting queue={queue} late={late} chosen={chosen} selected={selected} onSelect={review.select} onOpen={review.open} />}
        foot={
          <ReviewToolbar
            outcome={outcome}
            selectedCount={selected.length}
            isPending={isPending}
            onTake={review.take}
            onAsk={ask}
            onVerifySelected={review.verifySelected}
            onClear={review.clear}
          />
        }
      >
        <Chosen outcome={outcome} item={chosen} late={late} onMerged={review.choose} />
      </TwoPane>
      {asking && (
        <DecisionDialog
          decision={asking}
          outcomes={review.several.length > 0 ? review.several : [chosen.outcome]}
          onClose={() => ask(null)}
          onDecided={review.decided}
        />
      )}
    </div>
  )
}

type WaitingProps = Pick<QueueListProps, 'selected' | 'onSelect' | 'onOpen'> & {
  readonly queue: Queue
  readonly late: boolean
  readonly chosen: QueueItem
}

function Waiting({ queue, late, chosen, ...rest }: WaitingProps) {
  const t = useTranslations('review.list')
  return (
    <>
      <QueueHead queue={queue} late={late} />
      <QueueList items={queue.items} chosenId={chosen.outcome.id} promiseDays={queue.promiseDays} late={late} {...rest} />
      {queue.hasNextPage && (
        <MoreButton onClick={() => void queue.fetchNextPage()} loading={queue.isFetchingNextPage}>
          {t('more')}
        </MoreButton>
      )}
    </>
  )
}

type ChosenProps = {
  readonly outcome: OutcomeDetail | undefined
  readonly item: QueueItem
  readonly late: boolean
  readonly onMerged: (intoId: string) => void
}

function Chosen({ outcome, item, late, onMerged }: ChosenProps) {
  const t = useTranslations('review.queue')
  const common = useTranslations('words')
  const { organization } = useShell()
  return (
    <>
      <div className={styles.back}>
        <h1 className="visually-hidden">{t('title')}</h1>
        <ScreenLink to="/$organization/review" params={{ organization }} search={late ? { late } : {}} look="quiet">
          ← {t('back')}
        </ScreenLink>
      </div>
      {outcome ? (
        <ReviewDetail key={outcome.id} outcome={outcome} item={item} onMerged={onMerged} />
      ) : (
        <Loading label={common('loading')}>
          <LineSkeleton lines={1} size="display" />
          <LineSkeleton lines={8} />
        </Loading>
      )}
    </>
  )
}

function QueueHead({ queue, late }: { readonly queue: Queue; readonly late: boolean }) {
  const navigate = useNavigate()
  const { organization } = useShell()
  const t = useTranslations('review.queue')
  const f = useFormat()
  const { data: count } = useQuery(trpc.review.count.queryOptions())
  return (
    <div className={styles.head}>
      <div className={styles.title}>
        <PageHead size="small" title={t('title')} />
        <span className={styles.keys} aria-hidden="true">
          <Kbd>J</Kbd> <Kbd>K</Kbd> {t('move')}
        </span>
      </div>
      <p>{t('waiting', { count: count?.count ?? queue.items.length, days: f.days(queue.promiseDays) })}</p>
      <div className={styles.tools}>
        <ChipGroup label={t('filter')}>
          <Chip
            pressed={late}
            onToggle={() => void navigate({ to: '/$organization/review', params: { organization }, search: late ? {} : { late: true } })}
          >
            {t('lateOnly')}
          </Chip>
        </ChipGroup>
        <ScreenLink to="/$organization/absences" params={{ organization }} look="quiet">
          {t('absences')}
        </ScreenLink>
      </div>
    </div>
  )
}

const blank = [
  { share: 5, role: 'lead' },
  { share: 3, role: 'support' },
  { share: 2, role: 'coach' },
] as const

/** Nothing at all, or nothing late. */
function NothingWaits({ late }: { readonly late: boolean }) {
  const t = useTranslations('review.queue')
  const { organization } = useShell()
  return (
    <>
      <PageHead title={t('title')} />
      <EmptyState
        plate={<Plate id="blank" bands={blank} pigment="other" shape="small" motif="blank" />}
        title={t(late ? 'noneLate' : 'empty')}
      >
        {late ? (
          <ScreenLink to="/$organization/review" params={{ organization }} search={{}}>
            {t('all')}
          </ScreenLink>
        ) : (
          t('emptyText')
        )}
      </EmptyState>
    </>
  )
}

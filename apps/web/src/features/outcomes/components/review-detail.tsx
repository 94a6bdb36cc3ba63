import type { QueueItem } from '@oeuvre/domain/outcomes/review/schema'
import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { Kicker } from '@oeuvre/ui/layout/page-head.tsx'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import { OutcomeKind } from '../embed/outcome-kind.tsx'
import { OutcomeStateMark } from '../embed/outcome-state-mark.tsx'
import { useOutcomeWords } from '../model/use-outcome-words.ts'
import { ChangesSince } from './changes-since.tsx'
import { Comments } from './comments.tsx'
import { Standing } from './outcome-aside.tsx'
import { ForWhom, OutcomeFacts } from './outcome-facts.tsx'
import { Warnings } from './queue-list.tsx'
import styles from './review-detail.module.css'
import { SplitPositions } from './split-positions.tsx'
import { StoryParts } from './story-parts.tsx'
import { Twins } from './twins.tsx'
import { Links } from './what-shows-it.tsx'
import { WhoMadeIt } from './who-made-it.tsx'

/** Said by a part of its own. */
const shownBelow: ReadonlySet<string> = new Set(['possible-duplicate', 'split-unsettled', 'split-questioned', 'changed'])

type ReviewDetailProps = {
  readonly outcome: OutcomeDetail
  readonly item: QueueItem
  readonly onMerged: (intoId: string) => void
}

/** What a decider needs before them to decide: the facts, the story, the split, what shows it. */
export function ReviewDetail({ outcome, item, onMerged }: ReviewDetailProps) {
  const t = useTranslations('review')
  const { organization } = useShell()
  const { title, teams } = useOutcomeWords()
  const { evidence, author } = outcome
  const standsIn = outcome.waitsFor?.deciders.some((one) => one.for !== null)
  return (
    <article className={styles.detail}>
      <header>
        <Kicker>
          <OutcomeKind type={outcome.type} />
          <b>
            {teams(outcome)
              .map((team) => team.name)
              .join(' · ')}
          </b>
          {outcome.state === 'second-look' && <OutcomeStateMark state={outcome.state} />}
        </Kicker>
        <h2>{title(outcome)}</h2>
        <p className={styles.whom}>
          <ForWhom outcome={outcome} />
        </p>
        <p className={styles.by}>
          {author && <>{t('outcome.by', { name: author.name })} · </>}
          <ScreenLink to="/$organization/outcomes/$id" params={{ organization, id: outcome.id }} look="link">
            {t('queue.openPage')}
          </ScreenLink>
        </p>
      </header>
      <ChangesSince outcome={outcome} />
      <OutcomeFacts outcome={outcome} last="rung" />
      {(outcome.whyNotMe || standsIn || (outcome.waitsFor?.passed.length ?? 0) > 0) && (
        <Notice>
          <Standing outcome={outcome} />
        </Notice>
      )}
      <Warnings warnings={item.warnings.filter((warning) => !shownBelow.has(warning))} />
      <Twins outcome={outcome} onMerged={onMerged} />
      <SplitPositions outcome={outcome} />
      <StoryParts story={outcome.story} compact />
      <WhoMadeIt outcome={outcome} line />
      <section>
        <h3>{t('outcome.evidence')}</h3>
        {evidence && evidence.length > 0 ? (
          <Links outcomeId={outcome.id} evidence={evidence} />
        ) : (
          <p className={styles.none}>{t('outcome.noEvidence')}</p>
        )}
      </section>
      {outcome.areCommentsShown && (
        <section>
          <h3>{t('outcome.comments')}</h3>
          <Comments key={outcome.id} outcomeId={outcome.id} />
        </section>
      )}
    </article>
  )
}

import type { LikeOutcome } from '@oeuvre/domain/outcomes/likeness/schema'
import type { OutcomeDetail, OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { DefinitionList } from '@oeuvre/ui/layout/facts.tsx'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { bindKeys } from '../../../lib/keys.ts'
import { useShell } from '../../../lib/shell.ts'
import { useLikeness } from '../embed/use-likeness.ts'
import { useCompare } from '../model/use-compare.ts'
import { useOutcomeWords } from '../model/use-outcome-words.ts'
import { MergeDialog } from './merge-dialog.tsx'
import styles from './twins.module.css'

type TwinsProps = { readonly outcome: OutcomeDetail; readonly onMerged: (intoId: string) => void }

/** What may be the same result, beside what is being decided. Takes no room where there is nothing like it. */
export function Twins({ outcome, onMerged }: TwinsProps) {
  const t = useTranslations('review.like')
  const { data } = useQuery(trpc.outcomes.doubles.queryOptions({ id: outcome.id }))
  const [first, ...others] = data?.outcomes ?? []
  if (!data || (!first && !data.isAnotherHidden)) return null
  return (
    <>
      {first && <Pair key={first.outcome.id} outcome={outcome} like={first} more={others.length} onMerged={onMerged} />}
      {data.isAnotherHidden && <Notice>{t('hiddenFromReviewer')}</Notice>}
    </>
  )
}

type PairProps = TwinsProps & { readonly like: LikeOutcome; readonly more: number }

function Pair({ outcome, like, more, onMerged }: PairProps) {
  const t = useTranslations('review.twins')
  const reasons = useLikeness()
  const compare = useCompare()
  const [isMerging, setMerging] = useState(false)
  const mayMerge = outcome.can.merge === true && like.outcome.can.merge === true
  const tellApart = () => compare.mutate({ id: outcome.id, otherId: like.outcome.id, verdict: 'another' })
  const share = useEffectEvent(() => mayMerge && setMerging(true))
  const apart = useEffectEvent(() => outcome.can.merge && !isMerging && tellApart())
  useEffect(
    () =>
      bindKeys([
        { keys: 'm', label: t('same'), run: () => share() },
        { keys: 'b', label: t('two'), run: () => apart() },
      ]),
    [t],
  )
  return (
    <Notice
      tone="warn"
      title={t(like.likeness.certainty)}
      actions={
        outcome.can.merge && (
          <>
            {mayMerge && (
              <PlainAction keys={['M']} onClick={() => setMerging(true)}>
                {t('same')}
              </PlainAction>
            )}
            <QuietAction keys={['B']} onClick={tellApart} loading={compare.isPending}>
              {t('two')}
            </QuietAction>
          </>
        )
      }
    >
      {reasons(like.likeness)}
      <div className={styles.pair}>
        <Card
          outcome={outcome}
          author={outcome.author?.name}
          hasEvidence={(outcome.evidence ?? []).length > 0 || outcome.externalId !== null}
          isHere
        />
        <Card outcome={like.outcome} author={like.author?.name} hasEvidence={like.hasEvidence} />
      </div>
      <Said like={like} />
      {more > 0 && <p className={styles.said}>{t('more', { count: more })}</p>}
      {isMerging && <MergeDialog one={outcome} other={like.outcome} onClose={() => setMerging(false)} onMerged={onMerged} />}
    </Notice>
  )
}

/** What the author, or another reviewer, said of the two. */
function Said({ like }: { readonly like: LikeOutcome }) {
  const t = useTranslations('review.twins')
  return like.comparisons.map(({ verdict, words, by, isDecided }) => (
    <p key={`${verdict}-${by?.id}-${isDecided}`} className={styles.said}>
      {verdict === 'same' ? t('saysSame', { name: by?.name ?? '' }) : t('saysAnother', { name: by?.name ?? '', words })}
    </p>
  ))
}

type CardProps = {
  readonly outcome: OutcomeSummary
  readonly author: string | undefined
  readonly hasEvidence: boolean
  readonly isHere?: boolean
}

function Card({ outcome, author, hasEvidence, isHere = false }: CardProps) {
  const t = useTranslations('review.twins')
  const { organization } = useShell()
  const words = useOutcomeWords()
  const f = useFormat()
  const shares = words.shares(outcome)
  const about = [author ?? t('imported'), outcome.occurredOn && f.day(outcome.occurredOn), !isHere && words.state(outcome.state)]
  const people = outcome.contributors.map((c) => `${c.name} ${shares.get(c.id) ?? ''}`.trim()).join(', ')
  return (
    <article className={styles.card} aria-current={isHere || undefined}>
      <h3>
        {isHere ? (
          words.title(outcome)
        ) : (
          <ScreenLink to="/$organization/outcomes/$id" params={{ organization, id: outcome.id }} look="plain">
            {words.title(outcome)}
          </ScreenLink>
        )}
      </h3>
      <p>{about.filter(Boolean).join(' · ')}</p>
      <DefinitionList
        termWidth={72}
        facts={[
          { key: 'for', label: t('for'), value: outcome.subject ?? '' },
          { key: 'worth', label: t('worth'), value: words.worth(outcome) ?? '—' },
          { key: 'people', label: t('people'), value: people },
          { key: 'evidence', label: t('evidence'), value: hasEvidence ? t('attached') : t('nothing') },
        ]}
      />
    </article>
  )
}

import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import type { Found } from '@oeuvre/domain/outcomes/search/schema'
import { ItemList } from '@oeuvre/ui/data/item-list.tsx'
import { Ladder } from '@oeuvre/ui/marks/ladder.tsx'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { Marked } from '../embed/marked.tsx'
import { OutcomeKind } from '../embed/outcome-kind.tsx'
import { OutcomeStateMark } from '../embed/outcome-state-mark.tsx'
import { leadFirst, useOutcomeWords } from '../model/use-outcome-words.ts'
import styles from './outcome-rows.module.css'

/** Outcomes one under the other: what, for whom, by whom; what it is worth, how it stands, how well it is shown. */
export function OutcomeRows({
  outcomes,
  label,
  level = 2,
  found = null,
}: {
  readonly outcomes: readonly OutcomeSummary[]
  readonly label: string
  readonly level?: 2 | 3
  /** What was looked for: marked where it stands. */
  readonly found?: Found | null
}) {
  const { organization } = useShell()
  const { title } = useOutcomeWords()
  const words = new Set(found?.words)
  const excerpts = new Map(found?.excerpts.map((one) => [one.id, one]))
  return (
    <ItemList
      label={label}
      level={level}
      items={outcomes.map((outcome) => ({
        key: outcome.id,
        title: (
          <ScreenLink to="/$organization/outcomes/$id" params={{ organization, id: outcome.id }} look="plain">
            <Marked text={title(outcome)} words={words} />
          </ScreenLink>
        ),
        below: <Below outcome={outcome} words={words} excerpt={excerpts.get(outcome.id)} />,
        end: <End outcome={outcome} />,
      }))}
    />
  )
}

type BelowProps = {
  readonly outcome: OutcomeSummary
  readonly words: ReadonlySet<string>
  readonly excerpt: Found['excerpts'][number] | undefined
}

function Below({ outcome, words, excerpt }: BelowProps) {
  const t = useTranslations('review.list')
  const f = useFormat()
  const { title } = useOutcomeWords()
  const isFound = (name: string) => name.match(/[\p{L}\p{N}\p{M}]+/gu)?.some((word) => words.has(word.toLowerCase())) ?? false
  // Whoever was looked for is not among those only counted.
  const people = leadFirst(outcome.contributors)
    .map((one) => one.name)
    .toSorted((a, b) => Number(isFound(b)) - Number(isFound(a)))
  const shown = people.length > 3 ? [...people.slice(0, 2), `+${people.length - 2}`] : people
  return (
    <>
      <span className={styles.below}>
        <OutcomeKind type={outcome.type} />
        {outcome.subject && outcome.subject !== title(outcome) && (
          <span>
            <Marked text={outcome.subject} words={words} />
          </span>
        )}
        <span>
          <Marked text={shown.join(', ')} words={words} />
        </span>
        {outcome.occurredOn && <span className="tabular">{f.day(outcome.occurredOn, 'medium')}</span>}
      </span>
      {excerpt && (
        <span className={styles.excerpt} dir="auto">
          {excerpt.from === 'comment' && <b>{t('inComment')} </b>}
          <Marked text={excerpt.text} words={words} />
        </span>
      )}
    </>
  )
}

function End({ outcome }: { readonly outcome: OutcomeSummary }) {
  const t = useTranslations('review')
  const words = useOutcomeWords()
  const worth = words.worth(outcome)
  const isFigure = outcome.isConfidentialShown && outcome.value !== null
  return (
    <span className={styles.end}>
      {worth && (
        <span className={styles.worth} data-figure={isFigure || undefined}>
          {worth}
        </span>
      )}
      <span className={styles.state}>
        <OutcomeStateMark state={outcome.state} small />
      </span>
      <Ladder rung={outcome.rung} label={t('outcome.rungLabel', { rung: String(outcome.rung) })} />
    </span>
  )
}

import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { ItemList } from '@oeuvre/ui/data/item-list.tsx'
import { Ladder } from '@oeuvre/ui/marks/ladder.tsx'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { OutcomeKind } from '../embed/outcome-kind.tsx'
import { OutcomeStateMark } from '../embed/outcome-state-mark.tsx'
import { leadFirst, useOutcomeWords } from '../model/use-outcome-words.ts'
import styles from './outcome-rows.module.css'

/** Outcomes one under the other: what, for whom, by whom; what it is worth, how it stands, how well it is shown. */
export function OutcomeRows({
  outcomes,
  label,
  level = 2,
}: {
  readonly outcomes: readonly OutcomeSummary[]
  readonly label: string
  readonly level?: 2 | 3
}) {
  const { organization } = useShell()
  const { title } = useOutcomeWords()
  return (
    <ItemList
      label={label}
      level={level}
      items={outcomes.map((outcome) => ({
        key: outcome.id,
        title: (
          <ScreenLink to="/$organization/outcomes/$id" params={{ organization, id: outcome.id }} look="plain">
            {title(outcome)}
          </ScreenLink>
        ),
        below: <Below outcome={outcome} />,
        end: <End outcome={outcome} />,
      }))}
    />
  )
}

function Below({ outcome }: { readonly outcome: OutcomeSummary }) {
  const f = useFormat()
  const { title } = useOutcomeWords()
  const people = leadFirst(outcome.contributors).map((one) => one.name)
  const shown = people.length > 3 ? [...people.slice(0, 2), `+${people.length - 2}`] : people
  return (
    <span className={styles.below}>
      <OutcomeKind type={outcome.type} />
      {outcome.subject && outcome.subject !== title(outcome) && <span>{outcome.subject}</span>}
      <span>{shown.join(', ')}</span>
      {outcome.occurredOn && <span className="tabular">{f.day(outcome.occurredOn, 'medium')}</span>}
    </span>
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

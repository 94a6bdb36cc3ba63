import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import { Facts } from '@oeuvre/ui/layout/facts.tsx'
import { Ladder } from '@oeuvre/ui/marks/ladder.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useOutcomeWords } from '../model/use-outcome-words.ts'
import styles from './outcome-facts.module.css'
import { useReportedText } from './use-reported-text.ts'

/** Worth, day, carrier, skill; in review the evidence instead of the skill. */
export function OutcomeFacts({ outcome, last }: { readonly outcome: OutcomeDetail; readonly last: 'skill' | 'rung' }) {
  const t = useTranslations('review.outcome')
  const f = useFormat()
  const words = useOutcomeWords()
  const { data: vocabulary } = useSuspenseQuery(trpc.outcomes.vocabulary.queryOptions(undefined, { staleTime: 300_000 }))
  const skill = vocabulary.skills.find(({ id }) => id === outcome.skillId)
  const carried = words.channels(outcome) || (outcome.isWithoutChannel ? t('noChannel') : t('notStated'))
  const worth = outcome.isConfidentialShown ? words.worth(outcome) : null
  const rung = { key: 'rung', label: t('rung'), value: <RungFact rung={outcome.rung} /> }
  return (
    <Facts
      facts={[
        ...(worth ? [{ key: 'worth', label: t('worth'), value: <Worth worth={worth} outcome={outcome} /> }] : []),
        { key: 'on', label: t('on'), value: outcome.occurredOn ? f.day(outcome.occurredOn) : t('notStated') },
        { key: 'carried', label: t('carried'), value: carried },
        ...(last === 'rung' ? [rung] : skill ? [{ key: 'skill', label: t('skill'), value: words.names.skill(skill) }] : []),
      ]}
    />
  )
}

type WorthProps = { readonly worth: string; readonly outcome: OutcomeDetail }

/** The value as it was stated, and what it is in the reporting currency, by which rate of which day. */
function Worth({ worth, outcome: { inReportingCurrency: reported } }: WorthProps) {
  const say = useReportedText()
  if (!reported) return worth
  return (
    <>
      {worth}
      <span className={styles.reported}>{say(reported)}</span>
    </>
  )
}

/** For whom, under the title; said where it is withheld, and not repeated where the title is the client. */
export function ForWhom({ outcome }: { readonly outcome: OutcomeDetail }): ReactNode {
  const t = useTranslations('review.outcome')
  const { title } = useOutcomeWords()
  if (!outcome.isConfidentialShown) return t('withheld')
  return outcome.subject && !title(outcome).includes(outcome.subject) ? t('for', { subject: outcome.subject }) : null
}

export function RungFact({ rung }: { readonly rung: OutcomeDetail['rung'] }) {
  const t = useTranslations('review.outcome')
  return (
    <span className={styles.rung}>
      <Ladder rung={rung} /> {t('rungOf', { rung: String(rung) })}
    </span>
  )
}

import type { OutcomeSummary, PersonRef } from '@oeuvre/domain/outcomes/schema'
import { useTranslations } from 'use-intl'
import { useShell } from '../../../lib/shell.ts'
import { useOutcomeWords } from '../model/use-outcome-words.ts'

/** As whom the reader is named, by whom, and with how much: "Camille names you: in the shadow, 1/3". */
export function useNaming() {
  const t = useTranslations('answers.asked')
  const { person } = useShell()
  const words = useOutcomeWords()
  return (outcome: OutcomeSummary, author: PersonRef | null): string => {
    const me = outcome.contributors.find((one) => one.id === person.id)
    if (!me) return ''
    if (me.weight === 0) return author ? t('thanks', { author: author.name }) : t('importedThanks')
    const named = { role: words.role(me.role), share: words.shares(outcome).get(me.id) ?? '' }
    return author ? t('names', { author: author.name, ...named }) : t('imported', named)
  }
}

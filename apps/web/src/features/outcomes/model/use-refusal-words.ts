import { outcomeStates } from '@oeuvre/domain/outcomes/schema'
import { useTranslations } from 'use-intl'
import { describe, useWords } from '../../../lib/errors.ts'
import { failureOf } from '../../../lib/refusals.ts'
import { useOutcomeWords } from './use-outcome-words.ts'

/** Why a decision was not taken; where somebody was faster, who decided what. */
export function useRefusalWords(): (error: unknown) => string {
  const t = useTranslations('review')
  const words = useWords()
  const { state: stateName } = useOutcomeWords()
  return (error) => {
    const changed = failureOf(error).refusals.find((refusal) => refusal.code === 'state-changed')
    if (!changed) return describe(error, words)
    const state = outcomeStates.find((one) => one === changed.params?.state)
    const by = changed.params?.by
    return state && by ? t('changed', { name: String(by), state: stateName(state) }) : t('changedBare')
  }
}

import type { ObjectiveMeasure } from '@oeuvre/domain/objectives/schema'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'

type Money = { readonly currency: string; readonly digits: number }

/** Amounts of objectives in the reader's words. Results come in basis points (10,000 is one), values in minor units. */
export function useObjectiveWords({ currency, digits }: Money) {
  const t = useTranslations('objectives')
  const f = useFormat()
  const number = (units: string) => f.number(Number(units) / 10_000)
  return {
    t,
    f,
    /** "7 results", "€ 45,678.90" */
    amount: (measure: ObjectiveMeasure, units: string) =>
      measure === 'results'
        ? t('results', { count: number(units), plural: Number(units) / 10_000 })
        : f.money({ minor: units, currency, digits }),
    /** "7", "€ 45.7 k" */
    short: (measure: ObjectiveMeasure, units: string) =>
      measure === 'results' ? number(units) : f.moneyCompact({ minor: units, currency, digits }),
  }
}

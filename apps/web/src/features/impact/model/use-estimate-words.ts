import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import { usePageWords } from './use-page-words.ts'

/** An estimate in the reader's words: money, days or a share. */
export function useEstimateWords(page: Pick<ImpactPage, 'currency' | 'digits'>, what: 'size' | 'days' | 'conversion') {
  const { t, f, value } = usePageWords(page)
  const known = (n: number) => {
    if (what === 'size') return value(BigInt(Math.round(n * 10 ** page.digits)))
    return what === 'days' ? f.days(n) : f.percent(Math.round(n * 10_000))
  }
  return {
    figure: (n: number | null) => (n === null ? '—' : known(n)),
    range: (low: number, high: number) => t('estimates.range', { low: known(low), high: known(high) }),
    side: (side: 'social' | 'conventional') => t(`estimates.names.${side}`),
  }
}

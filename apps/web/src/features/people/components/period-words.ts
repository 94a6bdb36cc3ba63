import type { Interval } from '@oeuvre/domain/people/schema'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'

/** "since 1 March 2026", "from … to …"; the end is the first day that is no longer in. */
export function usePeriodWords(): (period: Interval) => string {
  const t = useTranslations('people.form.period')
  const { day } = useFormat()
  return ({ from, to }) => {
    if (from && to) return t('between', { from: day(from), to: day(to) })
    if (from) return t('since', { from: day(from) })
    return to ? t('until', { to: day(to) }) : t('always')
  }
}

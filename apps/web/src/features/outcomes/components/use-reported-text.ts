import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'

/** "= €85.39, at 1.1711 USD/EUR of 10 April 2026 (ECB)", or that no rate is known. */
export function useReportedText(): (reported: NonNullable<OutcomeDetail['inReportingCurrency']>) => string {
  const t = useTranslations('review.outcome')
  const f = useFormat()
  const { settings } = useShell()
  return ({ value, rates }) => {
    if (!value) return t('notConverted', { currency: f.currencyName(settings.reportingCurrency) })
    const said = rates.map(({ currency, perEuro, day, source, by }) => {
      const named = source === 'typed' && by ? t('rateSources.typed', { name: by.name }) : null
      const from = named ?? t(`rateSources.${source === 'typed' ? 'typedBySomebody' : source}`)
      return t('convertedRate', { rate: f.rate(perEuro), currency, day: f.day(day), source: from })
    })
    return t('converted', { value: f.money(value), rates: f.list(said) })
  }
}

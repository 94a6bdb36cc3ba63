import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import { parsePeriodCode } from '@oeuvre/domain/time/period-codes'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { periodName } from './period-name.ts'

type Money = { readonly minor: string; readonly currency: string; readonly digits: number }

type Span = { readonly code: string; readonly from: string; readonly to: string }

function fiscalQuarterOf({ code }: Span): { n: string; year: string } | null {
  const parsed = parsePeriodCode(code)
  return parsed?.kind === 'fiscal-quarter' ? { n: String(parsed.quarter), year: String(parsed.year) } : null
}

/** Figures of the page in the reader's words. */
export function usePageWords(page: Pick<ImpactPage, 'currency' | 'digits'>) {
  const t = useTranslations('impact')
  const f = useFormat()
  const money = (minor: string | bigint): Money => ({ minor: String(minor), currency: page.currency, digits: page.digits })
  const days = (span: { from: string; to: string }) => f.dayRange(span.from, span.to)
  /** "Q3 2026", "September 2026", or its days. */
  function period(span: { from: string; to: string }): string {
    const name = periodName(span)
    if (name.kind === 'month') return f.month(name.month)
    if (name.kind === 'quarter') return t('quarter', { n: String(name.n), year: name.year })
    if (name.kind === 'year') return name.year
    return days(span)
  }
  return {
    t,
    f,
    money,
    /** Basis points of results: whole numbers, or one decimal where shares were cut. */
    results: (bp: string | bigint) => f.number(Number(bp) / 10_000),
    value: (minor: string | bigint) => f.moneyCompact(money(minor)),
    period,
    /** The same, and a fiscal year, or its quarter, by the year in which it ends. */
    periodOf(span: Span): string {
      const quarter = fiscalQuarterOf(span)
      if (quarter) return t('quarter', { n: quarter.n, year: t('ofFiscalYear', quarter) })
      const isFiscal = span.code.includes('fiscal-year') && periodName(span).kind === 'twelve'
      return isFiscal ? t('fiscalYear', { year: span.to.slice(0, 4) }) : period(span)
    },
    /** How a sentence begins: "In the third quarter of 2026 ". */
    lead(span: Span): string {
      const quarter = fiscalQuarterOf(span)
      if (quarter) return t('sentence.lead.quarter', { n: quarter.n, year: t('ofFiscalYear', quarter) })
      const name = periodName(span)
      if (name.kind === 'month') return t('sentence.lead.month', { month: f.month(name.month) })
      if (name.kind === 'quarter') return t('sentence.lead.quarter', { n: String(name.n), year: name.year })
      if (name.kind === 'year') return t('sentence.lead.year', { year: name.year })
      if (name.kind === 'twelve') return t('sentence.lead.twelve')
      return t('sentence.lead.days', { from: f.day(span.from), to: f.day(span.to) })
    },
  }
}

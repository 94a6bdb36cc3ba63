import type { FigurePart } from '@oeuvre/domain/impact/files/schema'
import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import { useTranslations } from 'use-intl'
import { useShell } from '../../../lib/shell.ts'
import { usePageWords } from './use-page-words.ts'

/** Where a figure comes from, beneath its picture; and what its file is called. */
export function useSource(page: ImpactPage) {
  const t = useTranslations('reports.take')
  const { f, periodOf } = usePageWords(page)
  const { settings } = useShell()
  const said = { organization: settings.name, period: periodOf(page.period), version: f.number(page.ledgerVersion) }
  return {
    text: page.asOf ? t('sourceAsOf', { ...said, day: f.day(page.asOf) }) : t('source', said),
    fileName: (part: FigurePart, ending: string) =>
      `impact-${part}-${page.period.from}-${page.period.to}${page.asOf ? `-as-of-${page.asOf}` : ''}.${ending}`,
  }
}

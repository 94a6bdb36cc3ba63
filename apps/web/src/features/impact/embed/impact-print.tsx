import type { ImpactFilter } from '@oeuvre/domain/impact/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { FailedPage } from '../../../components/failed-page.tsx'
import { trpc } from '../../../lib/api.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { sayDrawn, sayFailed } from '../../../lib/print-state.ts'
import { useShell } from '../../../lib/shell.ts'
import { Closing } from '../components/closing.tsx'
import { PrintCover } from '../components/print-cover.tsx'
import { usePageWords } from '../model/use-page-words.ts'
import { isReported } from './closing-query.ts'
import styles from './impact-print.module.css'
import { ImpactSections } from './impact-sections.tsx'
import { pageQuery } from './page-query.ts'

type Paper = 'a4' | 'letter'

/** A text between the quotes of a style sheet. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, (sign) => `\\${sign}`).replace(/[\r\n\f]/g, ' ')}"`
}

/** Paper, margins and what stands in them. No margin at the sides: a page is as wide for the style sheet as it is in the hand. */
function paperStyle(paper: Paper, foot: string): string {
  const font =
    'font: 400 8pt/1.3 "Oeuvre Spaces", "Source Sans 3 Variable", sans-serif; color: #6a645c; vertical-align: top; padding-top: 4mm;'
  return `@page { size: ${paper === 'a4' ? 'A4' : 'Letter'}; margin: 15mm 0 17mm;
    @bottom-left { content: ${quoted(foot)}; padding-left: 15mm; ${font} }
    @bottom-right { content: counter(page) " / " counter(pages); padding-right: 15mm; ${font} } }
    @page :first { margin-top: 10mm }`
}

type ImpactPrintProps = {
  readonly filter: ImpactFilter
  readonly paper: Paper
  /** The newest stories of now; a page of then has none. */
  readonly stories: ReactNode
}

/** The impact page as it stands on paper: a line of cover, then each part whole. */
export function ImpactPrint({ filter, paper, stories }: ImpactPrintProps) {
  const { data: page } = useSuspenseQuery(pageQuery(trpc, filter))
  const { f, periodOf } = usePageWords(page)
  const t = useTranslations('reports.print')
  const { settings } = useShell()
  usePageTitle(t('page', { organization: settings.name, period: periodOf(page.period) }))
  useEffect(() => {
    void sayDrawn()
  }, [])
  return (
    <main id="main" className={styles.sheet} data-paper={paper} tabIndex={-1}>
      <style>{paperStyle(paper, t('page', { organization: settings.name, period: periodOf(page.period) }))}</style>
      <div className={styles.tools} data-print="hide">
        <PlainAction onClick={() => window.print()}>{t('do')}</PlainAction>
      </div>
      <PrintCover page={page} filter={filter} />
      <ImpactSections page={page} filter={filter} onFilter={() => undefined} />
      {isReported(page, filter) && <Closing page={page} />}
      <div className={styles.end}>
        {!page.asOf && stories}
        <p className={styles.foot}>{t('foot', { instant: f.instant(new Date().toISOString()), version: f.number(page.ledgerVersion) })}</p>
      </div>
    </main>
  )
}

/** Says so to the server, too, which waits for the page. */
export function ImpactPrintFailed(props: Parameters<typeof FailedPage>[0]) {
  useEffect(sayFailed, [])
  return <FailedPage {...props} />
}

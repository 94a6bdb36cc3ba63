import type { PortfolioOutput } from '@oeuvre/domain/recognition/portfolio/schema'
import type { ResumeWords } from '@oeuvre/domain/recognition/resume/rules'
import { Wordmark } from '@oeuvre/ui/marks/wordmark.tsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import styles from './work.module.css'
import { WorkDocument } from './work-document.tsx'

const paper =
  '@page { size: A4; margin: 16mm 0 18mm; @bottom-right { content: counter(page) " / " counter(pages); padding-right: 17mm; font: 400 8pt/1.3 "Oeuvre Spaces", "Source Sans 3 Variable", sans-serif; color: #6a645c; } } @page :first { margin-top: 14mm }'

type SheetProps = { readonly portfolio: PortfolioOutput; readonly words: ResumeWords; readonly tools: ReactNode }

/** Somebody's work as a document of its own. */
export function WorkSheet({ portfolio, words, tools }: SheetProps) {
  const t = useTranslations('recognition.work')
  const f = useFormat()
  const { owner } = portfolio
  return (
    <main id="main" className={styles.sheet} tabIndex={-1}>
      <style>{paper}</style>
      <div data-print="hide">{tools}</div>
      <header>
        <Wordmark label="Oeuvre" />
        <h1>{owner.name}</h1>
        <p>{[owner.title, owner.organization].filter(Boolean).join(' · ')}</p>
        <p>{words.period}</p>
      </header>
      <WorkDocument
        portfolio={portfolio}
        words={words}
        section={(key, children) => (
          <section key={key}>
            <h2>{words.sections[key]}</h2>
            {children}
          </section>
        )}
      />
      <p className={styles.foot}>{t('foot', { day: f.instantDay(new Date().toISOString()) })}</p>
    </main>
  )
}

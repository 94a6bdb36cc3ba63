import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { chooseLanguage, spokenLanguages, useLanguage } from '../../../lib/language.ts'
import classes from './door.module.css'

/** The frame of every screen before an organization: one column of words beside one engraving. */
export function Door({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('shell')
  const language = useLanguage()
  return (
    <div className={classes.door}>
      <main className={classes.main} id="main">
        <header className={classes.mark}>Œuvre</header>
        <div className={classes.form}>{children}</div>
        <footer className={classes.foot}>
          {spokenLanguages.map((one) => (
            <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => void chooseLanguage(one)}>
              {t(`languages.${one}`)}
            </button>
          ))}
        </footer>
      </main>
      <aside className={classes.plate} aria-hidden="true" />
    </div>
  )
}

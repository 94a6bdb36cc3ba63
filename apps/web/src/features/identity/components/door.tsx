import { Wordmark } from '@oeuvre/ui/marks/wordmark.tsx'
import { Plate } from '@oeuvre/ui/plate/plate.tsx'
import type { Band } from '@oeuvre/ui/shares/role.ts'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { choiceAtDoor, chooseLanguage, spokenLanguages, useLanguage } from '../../../lib/language.ts'
import classes from './door.module.css'

/** One result of four people: who led, who helped, who worked in the shadow, who coached. */
const bands: readonly Band[] = [
  { share: 45, role: 'lead' },
  { share: 25, role: 'support' },
  { share: 20, role: 'shadow' },
  { share: 10, role: 'coach' },
]

function speak(language: (typeof spokenLanguages)[number]) {
  choiceAtDoor.put(language)
  void chooseLanguage(language)
}

/** The frame of every screen before an organization: one column of words beside one engraving. */
export function Door({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('shell')
  const language = useLanguage()
  return (
    <div className={classes.door}>
      <main className={classes.main} id="main">
        <header>
          <Wordmark label="Oeuvre" />
        </header>
        <div className={classes.form}>{children}</div>
        <footer className={classes.foot}>
          {spokenLanguages.map((one) => (
            <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => speak(one)}>
              {t(`languages.${one}`)}
            </button>
          ))}
        </footer>
      </main>
      <aside className={classes.plate} aria-hidden="true">
        <Plate id="door" shape="tall" pigment={1} bands={bands} motif="weld" fill />
      </aside>
    </div>
  )
}

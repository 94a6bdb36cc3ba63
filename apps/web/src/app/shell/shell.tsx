import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { FrameContext } from '../../components/notice-page.tsx'
import { PhoneBar } from './phone-bar.tsx'
import { PhoneTop } from './phone-top.tsx'
import { Rail } from './rail.tsx'
import classes from './shell.module.css'
import { ShellKeys } from './shell-keys.tsx'

/** The frame of an organization: rail or bottom bar, the page, the keys and the palette. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('shell')
  return (
    <FrameContext value={true}>
      <div className={classes.app}>
        <a className={classes.skip} href="#main" data-print="hide">
          {t('skip')}
        </a>
        <Rail />
        <div className={classes.column}>
          <PhoneTop />
          <main id="main" className={classes.main} tabIndex={-1}>
            {children}
          </main>
        </div>
        <PhoneBar />
        <ShellKeys />
      </div>
    </FrameContext>
  )
}

import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useTranslations } from 'use-intl'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { KindChoices } from '../components/kind-choices.tsx'
import { MonthLetter, QuietHours, WeeklyLetter } from '../components/quiet-hours.tsx'
import { usePreferences } from '../model/use-preferences.ts'
import styles from './preferences.module.css'

/** What the reader is told, where, how often, and when not. */
export function NoticePreferences() {
  const t = useTranslations('notifications.preferences')
  const { can } = useShell()
  usePageTitle(t('title'))
  const { view, save } = usePreferences()
  const { preferences, email, timeZone } = view
  return (
    <>
      <PageHead title={t('title')} intro={email ? `${t('intro')} ${t('mailTo', { email })}` : t('intro')} size="title" />
      {!email && (
        <div className={styles.noMail}>
          <Notice
            tone={can['job.administer'] ? 'warn' : 'plain'}
          >{`${t('noMail')} ${can['job.administer'] ? t('noMailAdmin') : ''}`}</Notice>
        </div>
      )}
      <SideHead title={t('kinds')} note={t('kindsNote')}>
        <KindChoices preferences={preferences} hasMail={email !== null} onSave={save} />
      </SideHead>
      {email && (
        <>
          <SideHead title={t('quiet')} note={t('quietNote', { zone: timeZone })}>
            <QuietHours preferences={preferences} onSave={save} />
          </SideHead>
          <SideHead title={t('digest')} note={t('digestNote')}>
            <WeeklyLetter preferences={preferences} onSave={save} />
          </SideHead>
          <SideHead title={t('stage')} note={t('stageNote')}>
            <MonthLetter preferences={preferences} onSave={save} />
          </SideHead>
        </>
      )}
    </>
  )
}

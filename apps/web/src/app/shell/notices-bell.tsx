import { LargeIcon } from '@oeuvre/ui/marks/icon.tsx'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../lib/format.ts'
import { useShell } from '../../lib/shell.ts'
import classes from './phone.module.css'
import { useWaiting } from './use-waiting.ts'

/** On a phone: the way to the notices, with how many are unread. */
export function NoticesBell() {
  const t = useTranslations('shell')
  const { organization } = useShell()
  const { number } = useFormat()
  const unread = useWaiting('notices')
  return (
    <Link to="/$organization/notices" params={{ organization }} className={classes.bell}>
      <LargeIcon name="bell" />
      {unread && (
        <span className={classes.unread} aria-hidden="true">
          {number(unread.count)}
          {unread.isCapped && '+'}
        </span>
      )}
      <span className="visually-hidden">{unread ? t('noticesUnread', { count: unread.count }) : t('nav.notices')}</span>
    </Link>
  )
}

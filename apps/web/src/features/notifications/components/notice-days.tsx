import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from './notice-days.module.css'
import { type NoticeItem, NoticeLine } from './notice-line.tsx'

type DaysProps = { readonly notices: readonly NoticeItem[]; readonly onMark: (ids: string[], isRead: boolean) => void }

/** Notices under the day on which they happened. */
export function NoticeDays({ notices, onMark }: DaysProps) {
  const { dayOf, relativeDay } = useFormat()
  const { today } = useShell()
  return [...Map.groupBy(notices, (notice) => dayOf(notice.at))].map(([day, those]) => (
    <section key={day} className={classes.day} aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>{relativeDay(day, today)}</h2>
      <ul>
        {those.map((notice) => (
          <Row key={notice.id} notice={notice} onMark={(isRead) => onMark([notice.id], isRead)} />
        ))}
      </ul>
    </section>
  ))
}

function Row({ notice, onMark }: { readonly notice: NoticeItem; readonly onMark: (isRead: boolean) => void }) {
  const t = useTranslations('notifications')
  const { time } = useFormat()
  return (
    <li data-unread={!notice.isRead || undefined} data-notice={notice.topic}>
      <span className={classes.dot}>{!notice.isRead && <span className="visually-hidden">{t('isUnread')}</span>}</span>
      <p id={`notice-${notice.id}`}>
        <NoticeLine notice={notice} onOpen={() => !notice.isRead && onMark(true)} />
      </p>
      <span className={classes.end}>
        <time dateTime={notice.at}>{time(notice.at)}</time>
        <TextButton look="quiet" aria-describedby={`notice-${notice.id}`} onClick={() => onMark(!notice.isRead)}>
          {t(notice.isRead ? 'markUnread' : 'markRead')}
        </TextButton>
      </span>
    </li>
  )
}

import type { ReactNode } from 'react'
import { Icon, type IconName } from '../marks/icon.tsx'
import styles from './feedback.module.css'

export type NoticeTone = 'plain' | 'warn' | 'error' | 'ok'
const icons: Record<NoticeTone, IconName> = { plain: 'info', warn: 'warn', error: 'warn', ok: 'check' }

/** A wash that says "look here". `live` makes screen readers say it when it appears: errors at once, the rest politely. */
export function Notice({
  tone = 'plain',
  title,
  children,
  actions,
  live = false,
}: {
  tone?: NoticeTone
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  live?: boolean
}) {
  const role = live ? (tone === 'error' ? 'alert' : 'status') : undefined
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      <Icon name={icons[tone]} />
      <div>
        {title && <b>{title} </b>}
        {children}
        {actions && <div className={styles.noticeActions}>{actions}</div>}
      </div>
    </div>
  )
}

/** A remark of one line with its sign: "possible duplicate", "second look above €150,000". */
export function Flag({ tone = 'warn', children }: { tone?: NoticeTone; children: ReactNode }) {
  return (
    <span className={styles.flag} data-tone={tone}>
      <Icon name={icons[tone]} size={14} />
      {children}
    </span>
  )
}

import type { ReactNode } from 'react'
import { usePageTitle } from '../lib/page-title.ts'
import classes from './notice-page.module.css'

type NoticePageProps = { readonly title: string; readonly children: ReactNode; readonly actions?: ReactNode; readonly note?: ReactNode }

/** A page that has only something to say: not found, failed, gone, nothing here. */
export function NoticePage({ title, children, actions, note }: NoticePageProps) {
  usePageTitle(title)
  return (
    <section className={classes.page}>
      <h1>{title}</h1>
      <p>{children}</p>
      {actions && <div className={classes.actions}>{actions}</div>}
      {note && <p className={classes.note}>{note}</p>}
    </section>
  )
}

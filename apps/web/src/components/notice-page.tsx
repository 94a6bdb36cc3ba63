import { createContext, type ReactNode, use } from 'react'
import { usePageTitle } from '../lib/page-title.ts'
import classes from './notice-page.module.css'

/** True inside the frame of an organization, which has the page's `main` already. */
export const FrameContext = createContext(false)

type NoticePageProps = { readonly title: string; readonly children: ReactNode; readonly actions?: ReactNode; readonly note?: ReactNode }

/** A page that has only something to say: not found, failed, gone, nothing here. */
export function NoticePage({ title, children, actions, note }: NoticePageProps) {
  usePageTitle(title)
  const isFramed = use(FrameContext)
  const Page = isFramed ? 'section' : 'main'
  return (
    <Page className={classes.page} data-alone={isFramed ? undefined : true}>
      <h1>{title}</h1>
      <p>{children}</p>
      {actions && <div className={classes.actions}>{actions}</div>}
      {note && <p className={classes.note}>{note}</p>}
    </Page>
  )
}

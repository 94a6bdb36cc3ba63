import type { ReactNode } from 'react'
import styles from './heads.module.css'

export type PageHeadProps = {
  title: ReactNode
  /** One line above the title: kind and team, or a greeting. */
  above?: ReactNode
  /** One or two sentences below it. */
  intro?: ReactNode
  /** 56, 44 or 36 px; the first is for pages that are read. */
  size?: 'display' | 'title' | 'small'
  /** For a heading that receives focus after navigation. */
  id?: string
}

/** The title of a screen in display type. There is one on each. */
export function PageHead({ title, above, intro, size = 'display', id }: PageHeadProps) {
  return (
    <header className={styles.page}>
      {above && <div className={styles.above}>{above}</div>}
      <h1 id={id} data-size={size} tabIndex={-1}>
        {title}
      </h1>
      {intro && <div className={styles.intro}>{intro}</div>}
    </header>
  )
}

/** The masthead of a reading page: the title on the left, a quiet line on the right, a rule of ink beneath. */
export function Masthead({ title, note }: { title: ReactNode; note?: ReactNode }) {
  return (
    <header className={styles.masthead}>
      <h1 tabIndex={-1}>{title}</h1>
      {note && <p>{note}</p>}
    </header>
  )
}

/** Small grey facts of one line ("Client won · Export"), spaced, wrapping. */
export function Kicker({ children }: { children: ReactNode }) {
  return <div className={styles.kicker}>{children}</div>
}

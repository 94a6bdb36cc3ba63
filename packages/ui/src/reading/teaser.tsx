import type { ReactNode } from 'react'
import styles from './reading.module.css'

export type TeaserProps = {
  /** A `Plate` or a photograph. */
  picture?: ReactNode
  kicker?: ReactNode
  /** Usually a link. */
  title: ReactNode
  text?: ReactNode
  foot?: ReactNode
  size?: 'small' | 'large'
  level?: 2 | 3
}

/** A story in brief. Lay three of them out with `Teasers`. */
export function Teaser({ picture, kicker, title, text, foot, size = 'small', level = 3 }: TeaserProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article className={styles.teaser} data-size={size}>
      {picture}
      {kicker && <div className={styles.kicker}>{kicker}</div>}
      <Heading>{title}</Heading>
      {text && <p>{text}</p>}
      {foot && <div className={styles.foot}>{foot}</div>}
    </article>
  )
}

/** Teasers beside each other; one column on a phone. */
export function Teasers({ children, columns = 3 }: { children: ReactNode; columns?: 2 | 3 }) {
  return (
    <div className={styles.teasers} data-columns={columns}>
      {children}
    </div>
  )
}

/** The shade: those who helped and are seldom seen, on the one tinted ground of a reading page. */
export function Shade({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.shade}>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  )
}

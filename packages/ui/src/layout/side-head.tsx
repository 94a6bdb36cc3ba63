import { type ReactNode, useId } from 'react'
import { classNames } from '../class-names.ts'
import styles from './heads.module.css'

export type SideHeadProps = {
  title: ReactNode
  /** The definition: what is counted and what is not. Never behind a tooltip. */
  note?: ReactNode
  /** What the figure does and does not allow one to say. */
  say?: ReactNode
  /** Choices that belong to the figure (`Pick`). */
  picks?: ReactNode
  /** What can be done with the figure: its definition, taking it along. */
  end?: ReactNode
  children: ReactNode
  id?: string
  className?: string
}

/** A section whose title, definition and reading stand in a column of 232 px beside the figure; above it below 1200 px. */
export function SideHead({ title, note, say, picks, end, children, id, className }: SideHeadProps) {
  const ownId = useId()
  const headingId = id ? `${id}-title` : ownId
  return (
    <section className={classNames(styles.section, className)} id={id} aria-labelledby={headingId}>
      <div className={styles.side}>
        <h2 id={headingId}>{title}</h2>
        {note && <p>{note}</p>}
        {say && <p className={styles.say}>{say}</p>}
        {picks && (
          <div className={styles.picks} data-print="hide">
            {picks}
          </div>
        )}
        {end && (
          <div className={styles.end} data-print="hide">
            {end}
          </div>
        )}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  )
}

/** A section under a hairline with its title on the left and a link on the right. */
export function RowHead({
  title,
  end,
  children,
  flush = false,
}: {
  title: ReactNode
  end?: ReactNode
  children?: ReactNode
  flush?: boolean
}) {
  const id = useId()
  return (
    <section className={styles.row} data-flush={flush || undefined} aria-labelledby={id}>
      <div className={styles.rowHead}>
        <h2 id={id}>{title}</h2>
        {end}
      </div>
      {children}
    </section>
  )
}

/** A part of an article or of a form: title, hint, content. `number` is the question's, hung in the margin. */
export function Part({
  title,
  optional,
  hint,
  number,
  children,
  ruled = false,
}: {
  title: ReactNode
  optional?: ReactNode
  hint?: ReactNode
  number?: number
  children: ReactNode
  ruled?: boolean
}) {
  const id = useId()
  return (
    <section className={styles.part} data-ruled={ruled || undefined} aria-labelledby={id}>
      {number !== undefined && (
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
      )}
      <h2 id={id}>
        {title}
        {optional && <span> {optional}</span>}
      </h2>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  )
}

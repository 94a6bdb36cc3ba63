import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './actions.module.css'

/** The line at the top of a screen: words that can be changed on the left, actions on the right. */
export function FilterBar({ children, end }: { children?: ReactNode; end?: ReactNode }) {
  return (
    <div className={styles.bar} data-print="hide">
      {children && <div className={styles.filters}>{children}</div>}
      {end && <div className={styles.barEnd}>{end}</div>}
    </div>
  )
}

/** A filter: the words "compared with" in grey, then the ruled value with its ⌄. Usable as the target of a menu or popover. */
export function FilterButton({
  before,
  active = false,
  children,
  className,
  type = 'button',
  ...rest
}: ComponentPropsWithRef<'button'> & { before?: string; active?: boolean }) {
  return (
    <button {...rest} type={type} className={classNames(styles.filter, active && styles.filterActive, className)}>
      {before && <span>{before} </span>}
      <b>{children}</b>
    </button>
  )
}

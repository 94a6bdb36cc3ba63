import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './actions.module.css'

/** One key. `inherit` takes the colour of what surrounds it (inside a filled button). */
export function Kbd({ children, inherit = false }: { children: ReactNode; inherit?: boolean }) {
  return <kbd className={classNames(styles.kbd, inherit && styles.kbdInherit)}>{children}</kbd>
}

import { classNames } from '../class-names.ts'
import styles from './hatch.module.css'
import type { ShareRole } from './role.ts'

/** Class names that hatch an element by role. */
export function hatchClass(role: ShareRole): string {
  return classNames(styles.hatch, styles[role])
}

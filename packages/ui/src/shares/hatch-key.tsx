import { classNames } from '../class-names.ts'
import styles from './hatch.module.css'
import { hatchClass } from './hatch.ts'
import type { ShareRole } from './role.ts'

/** The little hatched square before a name; decorative, the role is written beside it. */
export function HatchKey({ role }: { role: ShareRole }) {
  return <i aria-hidden="true" className={classNames(styles.key, hatchClass(role))} />
}

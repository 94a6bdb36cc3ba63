import type { ComponentPropsWithRef } from 'react'
import { classNames } from '../class-names.ts'
import { Icon, type IconName } from '../marks/icon.tsx'
import styles from './actions.module.css'

export type IconActionProps = Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> & {
  icon: IconName
  /** Said by screen readers and shown on hover. */
  label: string
}

/** A square of 36 px (44 on a phone) with an icon: remove, close. */
export function IconAction({ icon, label, className, type = 'button', ...rest }: IconActionProps) {
  return (
    <button {...rest} type={type} aria-label={label} title={label} className={classNames(styles.square, className)}>
      <Icon name={icon} />
    </button>
  )
}

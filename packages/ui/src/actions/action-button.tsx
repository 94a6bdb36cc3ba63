import { Button, type ButtonProps } from '@mantine/core'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './actions.module.css'
import { Kbd } from './kbd.tsx'

type NativeProps = Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps | 'color' | 'ref'>

export type ActionProps = NativeProps &
  Omit<ButtonProps, 'variant' | 'color' | 'gradient' | 'size'> & {
    /** With an address the action is a link; this also makes it usable with a router's `createLink`. */
    href?: string
    target?: string
    ref?: React.Ref<HTMLButtonElement & HTMLAnchorElement>
    /** Keys shown inside the button, hidden where there is no keyboard. */
    keys?: readonly string[]
    /** Full width always, or on a phone only. */
    stretch?: 'always' | 'phone'
    /** 44 px: the button that ends a form. */
    tall?: boolean
  }

type Variant = 'main' | 'default' | 'subtle' | 'filled'

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className={styles.keys} aria-hidden="true">
      {keys.map((key) => (
        <Kbd key={key} inherit>
          {key}
        </Kbd>
      ))}
    </span>
  )
}

/** What the three kinds of action have in common. Screens use `MainAction`, `PlainAction` and `QuietAction`. */
export function ActionButton({ variant, href, keys, stretch, tall, className, rightSection, ...rest }: ActionProps & { variant: Variant }) {
  const end: ReactNode = keys ? <Keys keys={keys} /> : rightSection
  const shared = {
    variant,
    size: tall ? 'md' : 'sm',
    rightSection: end,
    className: classNames(stretch === 'always' && styles.stretch, stretch === 'phone' && styles.stretchOnPhone, className),
  }
  if (href === undefined) return <Button {...rest} {...shared} />
  const { type: _type, ...link } = rest
  return <Button component="a" href={href} {...(link as ComponentPropsWithRef<'a'>)} {...shared} />
}

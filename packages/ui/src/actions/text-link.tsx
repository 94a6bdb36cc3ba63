import type { ComponentPropsWithRef } from 'react'
import { classNames } from '../class-names.ts'
import styles from './actions.module.css'

/** `link`: underlined in running text; `more`: the ruled words that lead on; `quiet`: a breadcrumb; `plain`: a title, ruled on hover only. */
export type LinkLook = 'link' | 'more' | 'quiet' | 'plain'
const looks: Record<LinkLook, string | undefined> = { link: styles.link, more: styles.more, quiet: styles.crumb, plain: styles.plain }

/** A link; hand it to a router's `createLink` for typed addresses. */
export function TextLink({ look = 'link', className, ...rest }: ComponentPropsWithRef<'a'> & { look?: LinkLook }) {
  return <a {...rest} className={classNames(looks[look], className)} />
}

/** The same words when they act instead of leading somewhere. */
export function TextButton({ look = 'link', className, type = 'button', ...rest }: ComponentPropsWithRef<'button'> & { look?: LinkLook }) {
  return <button {...rest} type={type} className={classNames(looks[look], className)} />
}

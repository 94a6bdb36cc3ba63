import { Menu, type MenuItemProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof MenuItemProps> & MenuItemProps & { readonly ref?: Ref<HTMLAnchorElement> }

function MenuItemAsAnchor(props: Props) {
  return <Menu.Item component="a" {...props} />
}

/** An item of a menu that leads to a screen. */
export const MenuLink = createLink(MenuItemAsAnchor)

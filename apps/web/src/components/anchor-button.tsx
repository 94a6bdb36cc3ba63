import { Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> & ButtonProps & { readonly ref?: Ref<HTMLAnchorElement> }

function ButtonAsAnchor(props: Props) {
  return <Button component="a" {...props} />
}

/** A button that leads to a screen: `<AnchorButton to="/$organization/outcomes/new" params={{ organization }}>`. */
export const AnchorButton = createLink(ButtonAsAnchor)

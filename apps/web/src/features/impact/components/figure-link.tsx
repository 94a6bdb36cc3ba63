import { TextLink } from '@oeuvre/ui/actions/text-link.tsx'
import { createLink } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useShell } from '../../../lib/shell.ts'

const Anchor = createLink(TextLink)

/** A figure that opens onto the stories it is made of. */
export function FigureLink({
  search,
  children,
  look = 'plain',
}: {
  search: Record<string, string> | null
  children: ReactNode
  look?: 'link' | 'plain'
}) {
  const { organization } = useShell()
  if (search === null) return children
  return (
    <Anchor to="/$organization/outcomes" params={{ organization }} search={search as never} look={look}>
      {children}
    </Anchor>
  )
}

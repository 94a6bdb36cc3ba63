import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { TextLink } from '@oeuvre/ui/actions/text-link.tsx'
import { createLink } from '@tanstack/react-router'

/** Words that lead to a screen: `<ScreenLink to="/$organization/people" params={{ organization }} look="more">`. */
export const ScreenLink = createLink(TextLink)
/** Buttons that lead to a screen; `MainLink` is the one terracotta button. */
export const MainLink = createLink(MainAction)
export const PlainLink = createLink(PlainAction)
export const QuietLink = createLink(QuietAction)

import type { ErrorComponentProps } from '@tanstack/react-router'
import { FailedPage } from '../../../components/failed-page.tsx'
import { hasCode } from '../../../lib/refusals.ts'
import { LinkInvalid } from '../screens/link-invalid.tsx'

/** A link that no longer works has a page of its own; anything else fails as usual. */
export function LinkFailed(props: ErrorComponentProps) {
  return hasCode(props.error, 'link-invalid') ? <LinkInvalid /> : <FailedPage {...props} />
}

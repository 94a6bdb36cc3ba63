import type { Visitor } from '../../../platform/gate.ts'
import type { OrgContext } from '../../../platform/http-organization.ts'
import type { Deps } from '../../../trpc/context.ts'

/** A call made for somebody who is not there, with their rights of now. */
export function readerContext(deps: Deps, visitor: Visitor, now: Date): OrgContext {
  return {
    ...deps,
    ...visitor,
    requestId: '',
    now,
    address: '',
    sessionToken: null,
    organizationSlug: visitor.actor.settings.slug,
    requestKey: null,
    visitor: async () => visitor,
  }
}

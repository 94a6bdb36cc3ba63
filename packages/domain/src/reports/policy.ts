import { isPermitted } from '../organizations/policy.ts'
import { type Actor, hasRole } from '../organizations/schema.ts'
import type { ReportAsked } from './schema.ts'

/** What the page shows, as a file or by mail, is for those who may open the page; lists for whoever may take lists along. */
export function mayTake(actor: Pick<Actor, 'roles'>, { kind }: Pick<ReportAsked, 'kind'>): boolean {
  return isPermitted(actor, kind === 'impact-pdf' ? 'impact.read' : 'export.read')
}

/** Executives may have it sent to others, who get what their own rights show. */
export function maySendTo(actor: Pick<Actor, 'roles' | 'personId'>, recipients: readonly string[]): boolean {
  return hasRole(actor, 'executive') || recipients.every((id) => id === actor.personId)
}

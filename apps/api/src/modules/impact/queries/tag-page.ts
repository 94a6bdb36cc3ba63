import { impactScopeOf } from '@oeuvre/domain/impact/policy'
import { ImpactFilter } from '@oeuvre/domain/impact/schema'
import { authorise } from '../../../platform/http-organization.ts'
import type { Context } from '../../../trpc/context.ts'

/**
 * `query`: of the address. What the page is decided by: the organization's versions, the reader's border, the day, and the question.
 * @throws DomainError unauthenticated, not-found, forbidden
 */
export async function tagPage(ctx: Context, query: unknown): Promise<readonly unknown[] | null> {
  const { input, batch } = query as { input?: unknown; batch?: unknown }
  // Several questions in one address are answered together, with whatever else was asked.
  if (batch !== undefined) return null
  const filter = ImpactFilter.safeParse(typeof input === 'string' ? JSON.parse(input) : {})
  if (!filter.success) return null
  const { actor, versions } = await authorise(ctx, 'impact.read')
  if (!versions) return null
  const scope = impactScopeOf(actor)
  const border = scope.kind === 'reach' ? [...scope.teamIds].sort() : scope.kind
  // Figures of a person depend on who asks, and which objectives are seen; to those who see the organization only the former.
  const reader = filter.data.person === undefined && scope.kind === 'organization' ? null : actor.personId
  return [actor.organizationId, versions.ledger, versions.facts, border, reader, actor.today, Object.entries(filter.data).sort()]
}

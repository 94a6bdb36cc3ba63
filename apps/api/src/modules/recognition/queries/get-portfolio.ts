import { sql } from '@oeuvre/db/sql'
import { readSnapshot } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { maySeePortfolio } from '@oeuvre/domain/recognition/policy'
import type { PortfolioInput, PortfolioOutput } from '@oeuvre/domain/recognition/portfolio/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { findSharing } from '../repo.ts'
import { loadPortfolio } from './load-portfolio.ts'

/**
 * One's own work over any days, or somebody's who shares it with this reader.
 * @throws DomainError not-found, also for one that is not shared
 */
export function getPortfolio(ctx: Pick<OrgContext, 'db' | 'actor' | 'now'>, input: PortfolioInput): Promise<PortfolioOutput> {
  const { actor, now } = ctx
  const personId = input.personId ?? actor.personId
  return readSnapshot(ctx.db, actor.organizationId, async (tx) => {
    const known = await tx.one(sql`SELECT id FROM person WHERE organization_id = ${actor.organizationId}::uuid AND id = ${personId}::uuid
      AND status <> 'erased'`)
    const isShown = maySeePortfolio(actor, { personId, ...(await findSharing(tx, actor.organizationId, personId)) })
    if (!known || !isShown) throw new DomainError('not-found')
    return loadPortfolio(tx, actor, { ...input, personId, now })
  })
}

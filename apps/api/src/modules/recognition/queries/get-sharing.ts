import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { maySeePortfolio } from '@oeuvre/domain/recognition/policy'
import type { SharingOutput } from '@oeuvre/domain/recognition/portfolio/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { findSharing } from '../repo.ts'

/**
 * Whether what is gathered of somebody is this reader's to see; with whom it is shared is its owner's to know.
 * @throws DomainError not-found
 */
export function getSharing(ctx: Pick<OrgContext, 'db' | 'actor'>, { personId }: { personId: string }): Promise<SharingOutput> {
  const { actor } = ctx
  const { organizationId } = actor
  return read(ctx.db, organizationId, async (tx) => {
    const known = await tx.one(
      sql`SELECT id FROM person WHERE organization_id = ${organizationId}::uuid AND id = ${personId}::uuid AND status <> 'erased'`,
    )
    if (!known) throw new DomainError('not-found')
    const { sharedWith, sharedWithId, sharedWithName } = await findSharing(tx, organizationId, personId)
    const isShown = maySeePortfolio(actor, { personId, sharedWith, sharedWithId })
    if (actor.personId !== personId) return { isShown, sharedWith: null, person: null }
    return { isShown, sharedWith, person: sharedWithId && sharedWithName ? { id: sharedWithId, name: sharedWithName } : null }
  })
}

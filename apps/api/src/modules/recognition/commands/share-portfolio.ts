import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { SharePortfolioInput } from '@oeuvre/domain/recognition/portfolio/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'

/** Whether clients stand in what is shown or taken along of one's work. */
export function withholdClients(ctx: CommandContext, { isWithheld }: { isWithheld: boolean }): Promise<{ isWithheld: boolean }> {
  const { organizationId, personId } = ctx.actor
  if (personId === null || ctx.actor.kind !== 'person') throw new DomainError('forbidden')
  return mutate(ctx, async (tx) => {
    await tx.run(sql`INSERT INTO portfolio (organization_id, person_id, withholds_clients, updated_at)
      VALUES (${organizationId}::uuid, ${personId}::uuid, ${isWithheld}, ${ctx.now}::timestamptz)
      ON CONFLICT (organization_id, person_id) DO UPDATE SET withholds_clients = excluded.withholds_clients, updated_at = excluded.updated_at`)
    return { isWithheld }
  })
}

/**
 * With whom somebody shares what is gathered of them; taken back at any time.
 * @throws DomainError not-found (nobody who is here), required (no person named), forbidden
 */
export function sharePortfolio(ctx: CommandContext, { sharedWith, personId }: SharePortfolioInput): Promise<SharePortfolioInput> {
  const { organizationId, personId: ownerId } = ctx.actor
  if (ownerId === null || ctx.actor.kind !== 'person') throw new DomainError('forbidden')
  const withId = sharedWith === 'person' ? personId : null
  return mutate(ctx, async (tx) => {
    const org = sql`${organizationId}::uuid`
    if (sharedWith === 'person') {
      if (withId === null || withId === ownerId) throw new DomainError({ code: 'required', field: 'personId' })
      const known = await tx.one(sql`SELECT id FROM person WHERE organization_id = ${org} AND id = ${withId}::uuid AND status = 'active'`)
      if (!known) throw new DomainError({ code: 'not-found', field: 'personId' })
    }
    await tx.run(sql`INSERT INTO portfolio (organization_id, person_id, shared_with, shared_with_id, updated_at)
      VALUES (${org}, ${ownerId}::uuid, ${sharedWith}, ${withId}::uuid, ${ctx.now}::timestamptz)
      ON CONFLICT (organization_id, person_id) DO UPDATE SET shared_with = excluded.shared_with, shared_with_id = excluded.shared_with_id,
        updated_at = excluded.updated_at`)
    return { sharedWith, personId: withId }
  })
}

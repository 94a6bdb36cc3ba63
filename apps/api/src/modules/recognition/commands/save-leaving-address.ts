import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { portfolioLimits, type SaveLeavingAddressInput } from '@oeuvre/domain/recognition/portfolio/schema'
import { addDays } from '@oeuvre/domain/time/calendar'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'

/** Where one's own work goes when one leaves; null: nowhere. */
export function saveLeavingAddress(ctx: CommandContext, { address }: SaveLeavingAddressInput): Promise<{ address: string | null }> {
  const { organizationId, personId, kind } = ctx.actor
  if (personId === null || kind !== 'person') throw new DomainError('forbidden')
  return mutate(ctx, async (tx) => {
    await tx.run(sql`INSERT INTO portfolio (organization_id, person_id, leaving_address, updated_at)
      VALUES (${organizationId}::uuid, ${personId}::uuid, ${address}, ${ctx.now}::timestamptz)
      ON CONFLICT (organization_id, person_id) DO UPDATE SET leaving_address = excluded.leaving_address, updated_at = excluded.updated_at`)
    return { address }
  })
}

/** Retention: of who left, where nothing went to it while their link could have stood. Run by a system actor, any number of times. */
export async function eraseLeavingAddresses(ctx: CommandContext): Promise<{ erased: number }> {
  const { organizationId, today, kind } = ctx.actor
  if (kind !== 'system') throw new DomainError('forbidden')
  return mutate(ctx, async (tx) => ({
    erased: await tx.run(sql`UPDATE portfolio f SET leaving_address = NULL FROM person p
      WHERE f.organization_id = ${organizationId}::uuid AND f.leaving_address IS NOT NULL AND p.organization_id = f.organization_id AND p.id = f.person_id
        AND (p.status = 'erased' OR (p.status = 'left' AND p.left_on < ${addDays(today, -portfolioLimits.linkDays)}::date))`),
  }))
}

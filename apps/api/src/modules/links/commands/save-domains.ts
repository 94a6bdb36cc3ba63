import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { readDomains } from '@oeuvre/domain/links/destinations/rules'
import type { LinkDomains, SaveLinkDomains } from '@oeuvre/domain/links/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'

/**
 * The organization's own domains, all at once. What is taken off leads nowhere from the next minute on, whoever made it.
 * @throws DomainError address-…, domain-of-many, too-many
 */
export function saveDomains(ctx: CommandContext, input: SaveLinkDomains): Promise<LinkDomains> {
  const { organizationId } = ctx.actor
  const reading = readDomains(input.domains)
  if ('refusal' in reading) throw new DomainError(reading.refusal)
  const domains = [...reading.domains]
  return mutate(ctx, async (tx, emit) => {
    await tx.run(sql`DELETE FROM link_domain WHERE organization_id = ${organizationId}::uuid AND host <> ALL (${domains}::text[])`)
    await tx.run(
      sql`INSERT INTO link_domain (organization_id, host) SELECT ${organizationId}::uuid, x FROM unnest(${domains}::text[]) AS x ON CONFLICT DO NOTHING`,
    )
    emit({
      type: 'organization.settings-changed',
      subject: { kind: 'organization', id: organizationId },
      payload: { fields: ['linkDomains'] },
    })
    return { domains }
  })
}

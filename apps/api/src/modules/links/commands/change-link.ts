import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { readDestination } from '@oeuvre/domain/links/destinations/rules'
import type { LinkEvent } from '@oeuvre/domain/links/events'
import { type ChangeLink, type LinkView, linkLimits } from '@oeuvre/domain/links/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { findOwn, viewLink } from '../queries/list-links.ts'
import { listDomains } from '../repo.ts'

/**
 * Another page, judged as when a link is made: whoever has the link arrives there, from the next minute on wherever it is asked. Where it
 * led is kept; what was found out about that page is not.
 * @throws DomainError not-found, destination-…, address-…, conflict (it leads elsewhere meanwhile), too-many
 */
export async function changeLink(
  ctx: CommandContext & Pick<OrgContext, 'baseUrl' | 'links'>,
  { id, before, destination }: ChangeLink,
): Promise<LinkView> {
  const { actor, now } = ctx
  const link = await mutate(ctx, async (tx, emit) => {
    const row = await findOwn(tx, actor, id)
    const reading = readDestination(destination, await listDomains(tx, actor.organizationId), new URL(ctx.baseUrl).host)
    if ('refusal' in reading) throw new DomainError(reading.refusal)
    if (reading.address === row.destination) return viewLink(tx, ctx, id)
    const changed =
      await tx.run(sql`UPDATE link SET destination = ${reading.address}, checked_at = NULL, failure = NULL, failure_status = NULL
      WHERE organization_id = ${actor.organizationId}::uuid AND id = ${id}::uuid AND destination = ${before}`)
    if (changed === 0) throw new DomainError('conflict')
    const kept = await tx.run(sql`INSERT INTO link_destination (organization_id, link_id, changed_at, destination)
      SELECT ${actor.organizationId}::uuid, ${id}::uuid, greatest(${now}::timestamptz, max(changed_at) + interval '1 millisecond'), ${before} FROM link_destination
      WHERE organization_id = ${actor.organizationId}::uuid AND link_id = ${id}::uuid HAVING count(*) < ${linkLimits.changes}`)
    if (kept === 0) throw new DomainError({ code: 'too-many', params: { max: linkLimits.changes } })
    emit({ type: 'link.redirected', subject: { kind: 'link', id }, payload: {} } satisfies LinkEvent)
    return viewLink(tx, ctx, id)
  })
  ctx.links.forget(link.code)
  return link
}

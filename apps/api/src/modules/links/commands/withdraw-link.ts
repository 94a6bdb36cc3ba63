import { sql } from '@oeuvre/db/sql'
import type { LinkEvent } from '@oeuvre/domain/links/events'
import type { LinkView, WithdrawLink } from '@oeuvre/domain/links/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { findOwn, viewLink } from '../queries/list-links.ts'

/**
 * Withdrawn, it says so kindly and leads nowhere, from the next minute on wherever it is asked; taken back, it leads there again.
 * @throws DomainError not-found
 */
export async function withdrawLink(
  ctx: CommandContext & Pick<OrgContext, 'baseUrl' | 'links'>,
  { id, isWithdrawn }: WithdrawLink,
): Promise<LinkView> {
  const { actor, now } = ctx
  const link = await mutate(ctx, async (tx, emit) => {
    const row = await findOwn(tx, actor, id)
    if (row.isWithdrawn !== isWithdrawn) {
      await tx.run(sql`UPDATE link SET withdrawn_at = CASE WHEN ${isWithdrawn} THEN ${now}::timestamptz END
        WHERE organization_id = ${actor.organizationId}::uuid AND id = ${id}::uuid AND person_id = ${actor.personId}::uuid`)
      emit({ type: isWithdrawn ? 'link.withdrawn' : 'link.restored', subject: { kind: 'link', id }, payload: {} } satisfies LinkEvent)
    }
    return viewLink(tx, ctx, id)
  })
  ctx.links.forget(link.code)
  return link
}

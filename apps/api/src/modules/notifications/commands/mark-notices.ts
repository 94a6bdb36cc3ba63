import { sql } from '@oeuvre/db/sql'
import { type Tx, write } from '@oeuvre/db/tenant'
import type { MarkNoticesInput } from '@oeuvre/domain/notifications/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { liveChannel } from '../../../platform/live.ts'

/** Read, or unread again. Those of somebody else are not there; answers those that changed. */
export function markNotices(ctx: OrgContext, { ids, isRead }: MarkNoticesInput): Promise<{ ids: string[] }> {
  const readAt = isRead ? ctx.now : null
  return marking(ctx, (tx) =>
    tx.rows<{ id: string }>(sql`
      UPDATE notification SET read_at = ${readAt}::timestamptz WHERE organization_id = ${ctx.actor.organizationId}::uuid
        AND person_id = ${ctx.actor.personId}::uuid AND id = ANY (${ids}::uuid[]) AND (read_at IS NOT NULL) <> ${isRead} RETURNING id`),
  )
}

/** All that is unread, up to the newest that the reader saw. */
export function markAllNotices(ctx: OrgContext, { upTo }: { upTo: string }): Promise<{ ids: string[] }> {
  return marking(ctx, (tx) =>
    tx.rows<{ id: string }>(sql`
      UPDATE notification SET read_at = ${ctx.now} WHERE organization_id = ${ctx.actor.organizationId}::uuid
        AND person_id = ${ctx.actor.personId}::uuid AND read_at IS NULL AND is_shown AND id <= ${upTo}::uuid RETURNING id`),
  )
}

/** The reader's other windows hear of it. */
async function marking(ctx: OrgContext, change: (tx: Tx) => Promise<{ id: string }[]>): Promise<{ ids: string[] }> {
  const { organizationId, personId } = ctx.actor
  return write(ctx.db, organizationId, async (tx) => {
    const changed = await change(tx)
    if (changed.length) await tx.run(sql`SELECT pg_notify(${liveChannel}, ${JSON.stringify({ o: organizationId, p: personId, n: null })})`)
    return { ids: changed.map(({ id }) => id) }
  })
}

import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import { keeping } from '@oeuvre/domain/time/keeping'
import type { CommandContext } from '../../../platform/mutate.ts'

/** Notices and mail of half a year ago. */
export function eraseNotices(ctx: CommandContext): Promise<number> {
  const { organizationId } = ctx.actor
  const before = new Date(ctx.now.getTime() - keeping.notice.days * 86_400_000)
  return write(ctx.db, organizationId, async (tx) => {
    const erased = await tx.run(sql`DELETE FROM notification WHERE organization_id = ${organizationId}::uuid AND at < ${before}`)
    await tx.run(sql`
      DELETE FROM mail m WHERE m.organization_id = ${organizationId}::uuid AND m.created_at < ${before}
        AND NOT EXISTS (SELECT FROM notification n WHERE n.organization_id = m.organization_id AND n.mail_id = m.id)`)
    return erased
  })
}

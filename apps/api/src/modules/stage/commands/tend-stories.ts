import { sql } from '@oeuvre/db/sql'
import { type Tx, write } from '@oeuvre/db/tenant'
import type { CommandContext } from '../../../platform/mutate.ts'
import { type Asking, askByMail } from './ask-by-mail.ts'

/** Every quarter of an hour, and when an import ends. */
export const tendCron = '*/15 * * * *'

/** Tells what the database wrote of stories where no command did, and asks by mail who has no login: any number of times. */
export async function tendStories(ctx: Asking): Promise<void> {
  await write(ctx.db, ctx.actor.organizationId, (tx) => tellWritten(tx, ctx))
  await askByMail(ctx)
}

/** Of the last day. Each person hears of an event once, so that it does not matter who told them of it first. */
export async function tellWritten(tx: Tx, { actor, enqueue }: CommandContext): Promise<void> {
  const { organizationId } = actor
  const written = await tx.rows<{ id: string }>(sql`SELECT e.id FROM event e WHERE e.organization_id = ${organizationId}::uuid
    AND e.type IN ('story.taken-down', 'story.asked') AND e.actor_kind = 'system' AND e.id > (SELECT uuidv7(interval '-1 day'))
    AND NOT EXISTS (SELECT FROM notification n WHERE n.organization_id = e.organization_id AND n.event_id = e.id) ORDER BY e.id LIMIT 500`)
  if (written.length > 0) await enqueue(tx, 'tell', { organizationId, eventIds: written.map(({ id }) => id).join() })
}

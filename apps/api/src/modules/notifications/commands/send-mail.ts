import { type Sql, sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { mailedFrom } from '@oeuvre/domain/notifications/rules'
import { JobFailure } from '../../../platform/jobs.ts'
import { type Mailer, NotSent } from '../../../platform/mail/mailer.ts'
import type { CommandContext } from '../../../platform/mutate.ts'
import { openReader } from '../../../platform/open-reader.ts'
import { newSecret } from '../../../platform/tokens.ts'
import { loadPreferences } from '../queries/load-preferences.ts'
import { addressesOf, type MailRow, writeLetter } from '../queries/write-letter.ts'

export type Sender = CommandContext & { readonly mailer: Mailer; readonly baseUrl: string }

/** Whether a row changed: it was in one of these states still. */
async function settle(ctx: Sender, id: string, from: readonly string[], change: Sql): Promise<boolean> {
  const { organizationId } = ctx.actor
  const changed = await write(ctx.db, organizationId, (tx) =>
    tx.run(
      sql`UPDATE mail SET ${change} WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND state = ANY (${[...from]}::text[])`,
    ),
  )
  return changed > 0
}

/**
 * Sends a mail once. It is claimed before it goes out and settled after: found claimed, it was being sent when a server died, and may have
 * arrived, so it is not sent again (docs/decisions/009). What the mail server did not take comes again, by the pauses of the queue.
 */
export async function sendMail(ctx: Sender, mailId: string): Promise<void> {
  const { organizationId, settings } = ctx.actor
  const mail = await read(ctx.db, organizationId, (tx) =>
    tx.one<MailRow & { state: string }>(sql`
      SELECT id, person_id AS "personId", key, cadence, state FROM mail WHERE organization_id = ${organizationId}::uuid AND id = ${mailId}::uuid`),
  )
  if (mail?.state === 'sending') await settle(ctx, mailId, ['sending'], sql`state = 'unknown', settled_at = ${ctx.now}`)
  if (mail?.state !== 'waiting') return
  const visitor = await openReader(ctx.db, organizationId, mail.personId)
  if (!visitor) return drop(ctx, mailId)
  const preferences = await read(ctx.db, organizationId, async (tx) =>
    (await loadPreferences(tx, organizationId, [mail.personId]))(mail.personId),
  )
  const from = mailedFrom(ctx.now.getTime(), settings.timeZone, preferences)
  if (from > ctx.now.getTime()) return postpone(ctx, mailId, new Date(from))
  const { secret, hash } = newSecret()
  const addresses = addressesOf(ctx.baseUrl, settings.slug, `${organizationId}.${secret}`)
  const message = await writeLetter(ctx, { reader: { ...visitor, now: ctx.now }, mail, preferences, addresses })
  if (!message) return drop(ctx, mailId)
  if (!(await settle(ctx, mailId, ['waiting'], sql`state = 'sending', claimed_at = ${ctx.now}, token_hash = ${hash}`))) return
  try {
    await ctx.mailer.send(message)
  } catch (e) {
    if (!(e instanceof NotSent)) throw e
    if (e.outcome !== 'again') return void (await settle(ctx, mailId, ['sending'], sql`state = ${e.outcome}, settled_at = ${ctx.now}`))
    await settle(ctx, mailId, ['sending'], sql`state = 'waiting', claimed_at = NULL`)
    throw new JobFailure(e.code)
  }
  await settle(ctx, mailId, ['sending', 'unknown'], sql`state = 'sent', settled_at = ${ctx.now}`)
}

async function drop(ctx: Sender, id: string): Promise<void> {
  await settle(ctx, id, ['waiting'], sql`state = 'dropped', settled_at = ${ctx.now}`)
}

/** It is night where the reader is. */
async function postpone(ctx: Sender, mailId: string, due: Date): Promise<void> {
  const { organizationId } = ctx.actor
  await write(ctx.db, organizationId, async (tx) => {
    await tx.run(
      sql`UPDATE mail SET due_at = ${due} WHERE organization_id = ${organizationId}::uuid AND id = ${mailId}::uuid AND state = 'waiting'`,
    )
    await ctx.enqueue(tx, 'send-mail', { organizationId, mailId }, (due.getTime() - ctx.now.getTime()) / 1000)
  })
}

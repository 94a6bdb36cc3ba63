import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { feedPlaceOf } from '@oeuvre/domain/accounts/feed-places/rules'
import { type AccountView, type AllowFeed, feedTextVersion } from '@oeuvre/domain/accounts/schema'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitAccount } from '../events.ts'
import { presentAccount } from '../present.ts'
import { readsFeeds } from '../queries/get-settings.ts'
import { type AccountRow, appendConsent } from '../repo.ts'
import { loadForAction, reload } from './load-account.ts'

/**
 * The owner allows reading the public feed of one account, or ends it: an agreement of its own, with its date. Ended, what was read is
 * forgotten. Allowed again while it is paused, it is tried again.
 * @throws DomainError feeds-off, no-public-feed, consent-text-changed, conflict
 */
export function allowFeed(ctx: CommandContext, input: AllowFeed): Promise<AccountView> {
  return mutate(ctx, async (tx, emit, { ledger, enqueue }) => {
    const row = await loadForAction(tx, ctx, input.id, 'change')
    if (row.version !== input.version) throw new DomainError('conflict')
    if (input.isAllowed) {
      await allow(tx, ctx, row, input)
      await enqueue('read-feed', { accountId: row.id })
      emitAccount(emit, { type: 'account.feed-allowed', accountId: row.id, textVersion: feedTextVersion })
    } else {
      await end(tx, ctx, row)
      emitAccount(emit, { type: 'account.feed-ended', accountId: row.id })
    }
    ledger.touchFacts()
    return presentAccount(await reload(tx, ctx, row.id), ctx.actor, ctx.now)
  })
}

async function allow(tx: Tx, ctx: CommandContext, row: AccountRow, { textVersion }: AllowFeed): Promise<void> {
  const { organizationId } = ctx.actor
  if (textVersion !== feedTextVersion) throw new DomainError({ code: 'consent-text-changed', field: 'textVersion' })
  if (!(await readsFeeds(tx, organizationId))) throw new DomainError('feeds-off')
  if (row.address === null || !feedPlaceOf(row.platform, row.address)) throw new DomainError('no-public-feed')
  await tx.run(sql`INSERT INTO account_feed (organization_id, account_id, allowed_at, next_at)
    VALUES (${organizationId}::uuid, ${row.id}::uuid, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz)
    ON CONFLICT (organization_id, account_id) DO UPDATE SET next_at = excluded.next_at, paused_at = NULL, failures = 0, failure = NULL`)
  if (row.allowed_at === null) await appendConsent(tx, organizationId, row.id, 'feed-allowed', ctx.now, feedTextVersion)
}

async function end(tx: Tx, ctx: CommandContext, row: AccountRow): Promise<void> {
  const { organizationId } = ctx.actor
  const ended = await tx.run(sql`DELETE FROM account_feed WHERE organization_id = ${organizationId}::uuid AND account_id = ${row.id}::uuid`)
  if (ended === 0) return
  await tx.run(sql`UPDATE social_account SET posted_at = NULL WHERE organization_id = ${organizationId}::uuid AND id = ${row.id}::uuid`)
  await appendConsent(tx, organizationId, row.id, 'feed-ended', ctx.now, feedTextVersion)
}

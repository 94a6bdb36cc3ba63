import { sql } from '@oeuvre/db/sql'
import type { AccountView, CloseAccount } from '@oeuvre/domain/accounts/schema'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { localDay } from '@oeuvre/domain/time/calendar'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitAccount } from '../events.ts'
import { presentAccount } from '../present.ts'
import { loadForAction, reload } from './load-account.ts'

/** The owner says that the account is closed on its platform, or open again. It stays registered. */
export function closeAccount(ctx: CommandContext, { id, version, isClosed }: CloseAccount): Promise<AccountView> {
  const { organizationId, settings } = ctx.actor
  const today = localDay(ctx.now.getTime(), settings.timeZone)
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await loadForAction(tx, ctx, id, 'change')
    const changed =
      await tx.run(sql`UPDATE social_account SET closed_on = CASE WHEN ${isClosed} THEN coalesce(closed_on, ${today}::date) END,
        version = version + 1, updated_at = ${ctx.now}::timestamptz
      WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND version = ${version} AND withdrawn_at IS NULL`)
    if (changed === 0) throw new DomainError('conflict')
    emitAccount(emit, { type: isClosed ? 'account.closed' : 'account.reopened', accountId: id })
    ledger.touchFacts()
    return presentAccount(await reload(tx, ctx, id), ctx.actor, ctx.now)
  })
}

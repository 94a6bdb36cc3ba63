import { sql } from '@oeuvre/db/sql'
import type { AccountView, UseAccount } from '@oeuvre/domain/accounts/schema'
import { localDay } from '@oeuvre/domain/time/calendar'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { presentAccount } from '../present.ts'
import { loadForAction, reload } from './load-account.ts'

/** "I used it": the owner's word for today, any number of times, taken back until tomorrow. Said to nobody: no event. */
export function useAccount(ctx: CommandContext, { id, isUsed }: UseAccount): Promise<AccountView> {
  const { organizationId, settings } = ctx.actor
  const today = localDay(ctx.now.getTime(), settings.timeZone)
  return mutate(ctx, async (tx, _, { ledger }) => {
    await loadForAction(tx, ctx, id, 'change')
    const at = sql`organization_id = ${organizationId}::uuid AND account_id = ${id}::uuid`
    if (isUsed)
      await tx.run(sql`INSERT INTO account_use (organization_id, account_id, used_on) VALUES (${organizationId}::uuid, ${id}::uuid, ${today}::date)
        ON CONFLICT DO NOTHING`)
    else await tx.run(sql`DELETE FROM account_use WHERE ${at} AND used_on = ${today}::date`)
    await tx.run(sql`UPDATE social_account SET used_on = (SELECT max(used_on) FROM account_use WHERE ${at}), closed_on = CASE WHEN ${isUsed} THEN NULL ELSE closed_on END
      WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid`)
    ledger.touchFacts()
    return presentAccount(await reload(tx, ctx, id), ctx.actor, ctx.now)
  })
}

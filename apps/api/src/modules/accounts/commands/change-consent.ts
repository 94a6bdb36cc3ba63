import { sql } from '@oeuvre/db/sql'
import { checkConsent } from '@oeuvre/domain/accounts/rules'
import type { AccountView, ChangeConsent } from '@oeuvre/domain/accounts/schema'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitAccount } from '../events.ts'
import { presentAccount } from '../present.ts'
import { appendConsent } from '../repo.ts'
import { loadForAction, reload } from './load-account.ts'

/** The owner chooses anew what it is for and who sees it; that is a consent of its own, with its date. */
export function changeConsent(ctx: CommandContext, input: ChangeConsent): Promise<AccountView> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    const row = await loadForAction(tx, ctx, input.id, 'change')
    const refusals = checkConsent(input.consent)
    if (refusals.length > 0) throw new DomainError(refusals)
    const { purpose, visibility } = input
    const { textVersion } = input.consent
    const changed = await tx.run(sql`
      UPDATE social_account SET purpose = ${purpose}, visibility = ${visibility}, consented_at = ${ctx.now}::timestamptz, consent_text = ${textVersion},
        version = version + 1, updated_at = ${ctx.now}::timestamptz
      WHERE organization_id = ${organizationId}::uuid AND id = ${row.id}::uuid AND version = ${input.version} AND withdrawn_at IS NULL`)
    if (changed === 0) throw new DomainError('conflict')
    await appendConsent(tx, organizationId, row.id, 'changed', ctx.now)
    emitAccount(emit, { type: 'account.consent-changed', accountId: row.id, purpose, visibility, textVersion })
    ledger.touchFacts()
    return presentAccount(await reload(tx, ctx, row.id), ctx.actor, ctx.now)
  })
}

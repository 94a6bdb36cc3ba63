import { sql } from '@oeuvre/db/sql'
import type { AccountView, RestoreAccount } from '@oeuvre/domain/accounts/schema'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitAccount } from '../events.ts'
import { presentAccount } from '../present.ts'
import { appendConsent } from '../repo.ts'
import { loadForAction, reload } from './load-account.ts'

/** Takes a withdrawal back within ten minutes: the consent stands as it was given. Later it has to be given anew. */
export function restoreAccount(ctx: CommandContext, input: RestoreAccount): Promise<AccountView> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    const row = await loadForAction(tx, ctx, input.id, 'restore')
    // Registered again meanwhile: that one stands.
    const restored = await tx.run(sql`
      UPDATE social_account a SET withdrawn_at = NULL, version = version + 1, updated_at = ${ctx.now}::timestamptz
      WHERE a.organization_id = ${organizationId}::uuid AND a.id = ${row.id}::uuid AND a.version = ${input.version} AND a.erased_at IS NULL
        AND NOT EXISTS (SELECT FROM social_account o WHERE o.organization_id = a.organization_id AND o.person_id = a.person_id
          AND o.address_key = a.address_key AND o.withdrawn_at IS NULL)`)
    if (restored === 0) throw new DomainError(row.version === input.version ? 'already-registered' : 'conflict')
    await appendConsent(tx, organizationId, row.id, 'restored', ctx.now)
    const { purpose, visibility, consent_text: textVersion } = row
    emitAccount(emit, { type: 'account.restored', accountId: row.id, purpose, visibility, textVersion })
    ledger.touchFacts()
    return presentAccount(await reload(tx, ctx, row.id), ctx.actor, ctx.now)
  })
}

import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import type { RecognisedAccount } from '@oeuvre/domain/accounts/recognition/schema'
import { isDouble, readRegistration } from '@oeuvre/domain/accounts/rules'
import type { AccountView, RegisterAccount } from '@oeuvre/domain/accounts/schema'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitAccount } from '../events.ts'
import { presentAccount } from '../present.ts'
import { loadOwnRules } from '../queries/list-platforms.ts'
import { appendConsent, findAccount, findDoubles, hasAccount } from '../repo.ts'

/**
 * Registers an account of the caller's own, with their consent. The same submission again answers with what it made the first time.
 * Somebody else may hold the same one: it is accepted, and whoever had it is told that it is claimed twice, never by whom.
 */
export function registerAccount(ctx: CommandContext, input: RegisterAccount): Promise<AccountView> {
  const { organizationId, personId, today } = ctx.actor
  if (ctx.actor.kind !== 'person' || personId === null) throw new DomainError('forbidden')
  return mutate(ctx, async (tx, emit, { ledger }) => {
    const before = await findAccount(tx, organizationId, input.id, today)
    if (before?.person_id === personId) return presentAccount(before, ctx.actor, ctx.now)
    if (before) throw new DomainError('conflict')
    const { account, refusals } = readRegistration(input, await loadOwnRules(tx, organizationId))
    if (!account) throw new DomainError(refusals)
    if (await hasAccount(tx, organizationId, personId, account.key)) throw new DomainError({ code: 'already-registered', field: 'address' })
    if (!(await insert(tx, ctx, personId, input, account))) throw new DomainError({ code: 'already-registered', field: 'address' })
    await appendConsent(tx, organizationId, input.id, 'given', ctx.now)
    const { purpose, visibility, consent } = input
    emitAccount(emit, {
      type: 'account.registered',
      accountId: input.id,
      platform: account.platform,
      purpose,
      visibility,
      textVersion: consent.textVersion,
    })
    const doubles = isDouble(account) ? await findDoubles(tx, organizationId, personId, account.key) : []
    for (const accountId of doubles.length > 0 ? [...doubles, input.id] : []) emitAccount(emit, { type: 'account.doubled', accountId })
    ledger.touchFacts()
    const row = await findAccount(tx, organizationId, input.id, today)
    if (!row) throw new DomainError('internal')
    return presentAccount(row, ctx.actor, ctx.now)
  })
}

/** False where a simultaneous call was quicker. */
async function insert(tx: Tx, ctx: CommandContext, personId: string, input: RegisterAccount, account: RecognisedAccount): Promise<boolean> {
  const inserted = await tx.run(sql`
    INSERT INTO social_account (organization_id, id, person_id, platform, own_platform_id, address, handle, address_key, purpose, visibility, consented_at, consent_text, created_at, updated_at)
    VALUES (${ctx.actor.organizationId}::uuid, ${input.id}::uuid, ${personId}::uuid, ${account.platform}, ${account.ownPlatformId ?? null}::uuid, ${account.address}, ${account.label}, ${account.key},
      ${input.purpose}, ${input.visibility}, ${ctx.now}::timestamptz, ${input.consent.textVersion}, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz)
    ON CONFLICT DO NOTHING`)
  return inserted === 1
}

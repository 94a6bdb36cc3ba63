import { accountCan } from '@oeuvre/domain/accounts/policy'
import { erasedAfter, stateOf } from '@oeuvre/domain/accounts/rules'
import type { AccountView } from '@oeuvre/domain/accounts/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { type AccountRow, recordOf } from './repo.ts'

/** A row that this reader may see, as they may see it. */
export function presentAccount(row: AccountRow, actor: Actor, now: Date): AccountView {
  const isOwn = row.person_id === actor.personId
  const state = stateOf({ withdrawnAt: row.withdrawn_at, erasedAt: row.erased_at })
  return {
    id: row.id,
    platform: row.platform,
    platformName: row.platform_name,
    label: row.handle,
    address: row.address,
    owner: { id: row.person_id, name: row.person_name },
    isOwn,
    purpose: row.purpose,
    visibility: isOwn ? row.visibility : null,
    consentedAt: row.consented_at.toISOString(),
    consentTextVersion: row.consent_text,
    isProven: row.proven_at !== null,
    state,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    erasesAt: state === 'withdrawn' && row.withdrawn_at ? new Date(row.withdrawn_at.getTime() + erasedAfter).toISOString() : null,
    lastResultOn: isOwn ? row.last_result_on : null,
    version: row.version,
    can: accountCan(actor, recordOf(row), now.getTime()),
  }
}

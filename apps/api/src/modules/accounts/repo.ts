import { type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { FeedFailure } from '@oeuvre/domain/accounts/feeds/schema'
import type { Platform } from '@oeuvre/domain/accounts/platforms/schema'
import type { AccountRecord } from '@oeuvre/domain/accounts/policy'
import type { ProofKind } from '@oeuvre/domain/accounts/proofs/schema'
import type { AccountPurpose, AccountVisibility, consentActions } from '@oeuvre/domain/accounts/schema'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { MutateTools } from '../../platform/mutate.ts'
import { digestOf } from './events.ts'
import { isOwnerActive } from './visible-to.ts'

export type AccountRow = {
  readonly id: string
  readonly platform: Platform
  readonly platform_name: string | null
  readonly address: string | null
  readonly handle: string | null
  readonly purpose: AccountPurpose
  readonly visibility: AccountVisibility
  readonly consented_at: Date
  readonly consent_text: string
  readonly proven_at: Date | null
  readonly withdrawn_at: Date | null
  readonly erased_at: Date | null
  readonly last_result_on: string | null
  readonly used_on: string | null
  readonly closed_on: string | null
  readonly visited_on: string | null
  readonly posted_at: Date | null
  readonly created_at: Date
  readonly proven_by: ProofKind | null
  readonly allowed_at: Date | null
  readonly paused_at: Date | null
  readonly read_at: Date | null
  readonly failure: FeedFailure | null
  readonly version: number
  readonly person_id: string
  readonly person_name: string
  readonly name_key: string
  readonly is_owner_active: boolean
  readonly owner_team_id: string | null
}

/** Accounts with their owner and the owner's team of today: what the policy and a list need. Ends before WHERE. */
export function selectAccounts(today: string): Sql {
  return sql`SELECT a.id, a.platform, w.name AS platform_name, a.address, a.handle, a.purpose, a.visibility, a.consented_at, a.consent_text, a.proven_at, a.withdrawn_at,
      a.erased_at, a.last_result_on, a.used_on, a.closed_on, a.visited_on, a.posted_at, a.created_at, a.proven_by, a.version,
      f.allowed_at, f.paused_at, f.read_at, f.failure, a.person_id, p.name AS person_name, p.name_key, ${isOwnerActive(today)} AS is_owner_active,
      m.team_id AS owner_team_id
    ${fromAccounts(today)}`
}

/** `a` the account, `p` its owner, `m` the owner's membership of today, `w` the organization's own platform, `f` the reading of its feed. */
export function fromAccounts(today: string): Sql {
  return sql`FROM social_account a JOIN person p ON p.organization_id = a.organization_id AND p.id = a.person_id
    LEFT JOIN own_platform w ON w.organization_id = a.organization_id AND w.id = a.own_platform_id
    LEFT JOIN account_feed f ON f.organization_id = a.organization_id AND f.account_id = a.id
    LEFT JOIN team_membership m ON m.organization_id = a.organization_id AND m.person_id = a.person_id
      AND (m.valid_from IS NULL OR m.valid_from <= ${today}::date) AND (m.valid_to IS NULL OR m.valid_to > ${today}::date)`
}

export function findAccount(tx: SqlTx, organizationId: OrganizationId, id: string, today: string): Promise<AccountRow | null> {
  return tx.one<AccountRow>(sql`${selectAccounts(today)} WHERE a.organization_id = ${organizationId}::uuid AND a.id = ${id}::uuid`)
}

/**
 * Accounts were erased: whatever else holds their addresses is to forget them. Told by id and by a digest of the key, so that no address
 * stands in a job.
 */
export async function accountsErased(
  tools: MutateTools,
  accounts: readonly { readonly id: string; readonly key: string }[],
): Promise<void> {
  for (let i = 0; i < accounts.length; i += 200) {
    const some = accounts.slice(i, i + 200)
    const keys = some.map(({ key }) => digestOf(key)).join(',')
    await tools.enqueue('forget-accounts', { accountIds: some.map(({ id }) => id).join(','), keys })
  }
}

/** The living account of this person with this key, if any. */
export async function hasAccount(tx: SqlTx, organizationId: OrganizationId, personId: string, key: string): Promise<boolean> {
  const found = await tx.one(sql`SELECT 1 FROM social_account
    WHERE organization_id = ${organizationId}::uuid AND person_id = ${personId}::uuid AND address_key = ${key} AND withdrawn_at IS NULL`)
  return found !== null
}

/** Living accounts of other people with the same key. */
export async function findDoubles(tx: SqlTx, organizationId: OrganizationId, personId: string, key: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`SELECT id FROM social_account
    WHERE organization_id = ${organizationId}::uuid AND address_key = ${key} AND person_id <> ${personId}::uuid AND withdrawn_at IS NULL ORDER BY id`)
  return rows.map(({ id }) => id)
}

export type ConsentAction = (typeof consentActions)[number]

/** What the owner agreed to, kept beside the account for as long as it is there. */
export async function appendConsent(
  tx: SqlTx,
  organizationId: OrganizationId,
  accountId: string,
  action: ConsentAction,
  at: Date,
  /** Another text than that of registering. */
  text: string | null = null,
): Promise<void> {
  await tx.run(sql`INSERT INTO account_consent (organization_id, account_id, action, purpose, visibility, consent_text, at)
    SELECT organization_id, id, ${action}, purpose, visibility, coalesce(${text}::text, consent_text), ${at}::timestamptz
    FROM social_account WHERE organization_id = ${organizationId}::uuid AND id = ${accountId}::uuid`)
}

export function recordOf(row: AccountRow): AccountRecord {
  return {
    personId: row.person_id,
    ownerTeamId: row.owner_team_id,
    isOwnerActive: row.is_owner_active,
    visibility: row.visibility,
    withdrawnAt: row.withdrawn_at,
    erasedAt: row.erased_at,
  }
}

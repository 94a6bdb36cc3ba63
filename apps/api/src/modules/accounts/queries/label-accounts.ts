import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { accountLabelFor } from '@oeuvre/domain/accounts/policy'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { type AccountRow, recordOf, selectAccounts } from '../repo.ts'
import { accountVisibleTo } from '../visible-to.ts'

export type AccountLabel = { readonly label: string; readonly address: string }

/** For channels and evidence of results: what may stand beside the platform. An account that is not in the map shows its platform alone. */
export async function labelAccounts(tx: SqlTx, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, AccountLabel>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.rows<AccountRow>(sql`${selectAccounts(actor.today)}
    WHERE a.organization_id = ${actor.organizationId}::uuid AND a.id = ANY(${[...new Set(ids)]}::uuid[]) AND ${accountVisibleTo(actor)}`)
  const labels = rows.map((row) => [row.id, accountLabelFor(actor, { ...recordOf(row), label: row.handle, address: row.address })] as const)
  return new Map(labels.flatMap(([id, label]) => (label ? [[id, label] as const] : [])))
}

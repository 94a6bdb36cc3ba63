import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'

export type AccountMatch = { readonly accountId: string; readonly personId: string; readonly platform: string }

/**
 * For a pasted link: the living accounts of these people that it may belong to. `keys` as `recogniseLink` gives them, likeliest first;
 * so are the answers. Nobody else's account is looked at: a match must not tell whose it is.
 */
export async function matchAccounts(
  tx: SqlTx,
  organizationId: OrganizationId,
  personIds: readonly string[],
  keys: readonly string[],
): Promise<AccountMatch[]> {
  if (personIds.length === 0 || keys.length === 0) return []
  const rows = await tx.rows<{ id: string; person_id: string; platform: string }>(sql`
    SELECT id, person_id, platform FROM social_account
    WHERE organization_id = ${organizationId}::uuid AND person_id = ANY(${[...personIds]}::uuid[]) AND address_key = ANY(${[...keys]}::text[])
      AND withdrawn_at IS NULL
    ORDER BY array_position(${[...keys]}::text[], address_key), id`)
  return rows.map((row) => ({ accountId: row.id, personId: row.person_id, platform: row.platform }))
}

import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'

/** Day (YYYY-MM-DD) of the latest verified result by account; an account that is not in it has carried none. */
export type LastResults = ReadonlyMap<string, string>

/**
 * Told by the slice of outcomes, in its own transaction: what these accounts carried has changed. The days are asked for once the
 * accounts are locked, so that of two decisions at once neither overwrites the other's. Withdrawn accounts keep nothing new.
 */
export async function recordActivity(
  tx: Tx,
  organizationId: OrganizationId,
  accountIds: readonly string[],
  readLastResults: (ids: readonly string[]) => Promise<LastResults>,
): Promise<void> {
  const locked = await tx.rows<{ id: string }>(sql`SELECT id FROM social_account
    WHERE organization_id = ${organizationId}::uuid AND id = ANY (${[...accountIds]}::uuid[]) AND withdrawn_at IS NULL ORDER BY id FOR UPDATE`)
  if (locked.length === 0) return
  const ids = locked.map(({ id }) => id)
  const days = await readLastResults(ids)
  const rows = ids.map((id) => ({ id, day: days.get(id) ?? null }))
  await tx.run(sql`UPDATE social_account a SET last_result_on = x.day
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(id uuid, day date)
    WHERE a.organization_id = ${organizationId}::uuid AND a.id = x.id AND a.last_result_on IS DISTINCT FROM x.day`)
}

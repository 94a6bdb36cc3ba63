import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'

/**
 * Told by the slice of outcomes, in its own transaction: these accounts carried a verified result of this day (YYYY-MM-DD). Withdrawn
 * accounts keep nothing new.
 */
export async function recordActivity(
  tx: Tx,
  organizationId: OrganizationId,
  accountIds: readonly string[],
  resultOn: string,
): Promise<void> {
  if (accountIds.length === 0) return
  await tx.run(sql`
    UPDATE social_account SET last_result_on = greatest(last_result_on, ${resultOn}::date)
    WHERE organization_id = ${organizationId}::uuid AND id = ANY(${[...accountIds]}::uuid[]) AND withdrawn_at IS NULL`)
}

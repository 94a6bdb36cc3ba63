import type { Database } from '@oeuvre/db/database'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'

/** Whether the ledger has entries that the rollups do not, or these are of another tree. */
export async function isBehind(db: Database, organizationId: OrganizationId): Promise<boolean> {
  const row = await read(db, organizationId, (tx) =>
    tx.one<{ isBehind: boolean }>(sql`
      SELECT s.organization_id IS NULL OR s.is_stale OR s.ledger_version < v.ledger_version AS "isBehind"
      FROM organization_version v LEFT JOIN rollup_state s ON s.organization_id = v.organization_id WHERE v.organization_id = ${organizationId}::uuid`),
  )
  return row?.isBehind ?? false
}

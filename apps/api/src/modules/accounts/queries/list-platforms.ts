import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import type { OwnPlatform, OwnRule } from '@oeuvre/domain/accounts/own-platforms/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'

const columns = sql`id, name, hosts, pattern, archived_at IS NOT NULL AS "isArchived"`

/** Which platforms did the organization add? Those in use first, by name. */
export async function listPlatforms(ctx: OrgContext): Promise<{ platforms: OwnPlatform[] }> {
  const { organizationId } = ctx.actor
  const platforms = await read(ctx.db, organizationId, (tx) =>
    tx.rows<OwnPlatform>(sql`SELECT ${columns} FROM own_platform WHERE organization_id = ${organizationId}::uuid
      ORDER BY archived_at IS NOT NULL, name_key, id`),
  )
  return { platforms }
}

/** What recognising an address needs of them. */
export function loadOwnRules(tx: SqlTx, organizationId: string): Promise<OwnRule[]> {
  return tx.rows<OwnRule>(
    sql`SELECT id, hosts, pattern FROM own_platform WHERE organization_id = ${organizationId}::uuid AND archived_at IS NULL ORDER BY id`,
  )
}

import type { Database } from '@oeuvre/db/database'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { type Opened, type Visitor, visitorOf } from './gate.ts'

/**
 * Somebody as they would be at the door, who is not there: what is sent to them is read with their rights of now. null: they have
 * no way in any more.
 */
export async function openReader(db: Database, organizationId: OrganizationId, personId: string): Promise<Visitor | null> {
  const row = await read(db, organizationId, (tx) => tx.one<{ v: Opened | null }>(sql`SELECT open_reader(${personId}::uuid) AS v`))
  return row?.v?.organizationId ? visitorOf({ ...row.v, organizationId }) : null
}

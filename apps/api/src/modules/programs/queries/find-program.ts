import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { ProgramRef } from '@oeuvre/domain/programs/schema'

export type FoundProgram = ProgramRef & { readonly from: string; readonly to: string; readonly isArchived: boolean }

/** Programs by their ids; everybody of the organization sees them all. */
export async function findPrograms(
  tx: SqlTx,
  { organizationId }: Pick<Actor, 'organizationId'>,
  ids: readonly string[],
): Promise<FoundProgram[]> {
  if (ids.length === 0) return []
  return tx.rows<FoundProgram>(sql`
    SELECT id, title, from_day AS "from", to_day AS "to", archived_at IS NOT NULL AS "isArchived" FROM program
    WHERE organization_id = ${organizationId}::uuid AND id = ANY (${[...ids]}::uuid[])`)
}

/** What programs are called, by their ids. */
export async function programTitles(
  tx: SqlTx,
  actor: Pick<Actor, 'organizationId'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return new Map((await findPrograms(tx, actor, ids)).map(({ id, title }) => [id, title]))
}

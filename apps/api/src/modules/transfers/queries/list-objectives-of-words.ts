import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { ObjectiveOfWords } from '@oeuvre/domain/transfers/objectives/rules'

/** The objectives that words of a file can mean; archived ones too: a result of then served them. */
export function listObjectivesOfWords(tx: SqlTx, organizationId: OrganizationId): Promise<ObjectiveOfWords[]> {
  return tx.rows<ObjectiveOfWords>(
    sql`SELECT id, title, from_day AS "from", to_day AS "to" FROM objective WHERE organization_id = ${organizationId}::uuid ORDER BY id`,
  )
}

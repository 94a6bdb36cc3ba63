import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { FaultyRow, ListFaultsInput } from '@oeuvre/domain/transfers/overview/schema'
import type { CommandContext } from '../../../platform/mutate.ts'
import { loadImport } from '../repo.ts'

const page = 50

export function faultyRows(tx: SqlTx, organizationId: OrganizationId, input: ListFaultsInput, limit: number): Promise<FaultyRow[]> {
  return tx.rows<FaultyRow>(sql`
    SELECT number, line, faults FROM import_row
    WHERE organization_id = ${organizationId}::uuid AND import_id = ${input.id}::uuid AND result = 'faulty' AND number > ${input.cursor}
    ORDER BY number LIMIT ${limit}`)
}

/** Faulty rows in the order of the file, with column, value and reason of each fault. */
export async function listFaults(ctx: CommandContext, input: ListFaultsInput): Promise<{ rows: FaultyRow[]; next: number | null }> {
  const { organizationId } = ctx.actor
  return read(ctx.db, organizationId, async (tx) => {
    await loadImport(tx, organizationId, input.id)
    const rows = await faultyRows(tx, organizationId, input, page + 1)
    return { rows: rows.slice(0, page), next: rows.length > page ? (rows[page - 1]?.number ?? null) : null }
  })
}

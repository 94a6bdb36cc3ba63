import type { Database } from '@oeuvre/db/database'
import { raw, sql } from '@oeuvre/db/sql'
import { type Tx, write } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { cellsOfEntries, changesOf } from '../queries/read-cells.ts'
import { countPeopleStatement, foldStatement } from './fold-ledger.sql.ts'

const rollups = ['rollup_kind', 'rollup_part', 'rollup_count'] as const

/**
 * Brings the rollups up to the ledger. The ledger is its own list of what is left to fold: verifying writes nothing for it, and a
 * reader adds what is not folded yet. Asked any number of times, by several at once, each entry is folded once.
 * @returns how many versions were folded
 */
export function foldLedger(db: Database, organizationId: OrganizationId): Promise<number> {
  return write(db, organizationId, async (tx) => {
    await tx.run(sql`INSERT INTO rollup_state (organization_id) VALUES (${organizationId}::uuid) ON CONFLICT DO NOTHING`)
    const state = await tx.one<{ folded: string; isStale: boolean }>(sql`
      SELECT ledger_version AS folded, is_stale AS "isStale" FROM rollup_state WHERE organization_id = ${organizationId}::uuid FOR UPDATE`)
    // Read after the lock: whatever has a version by now was committed in its order.
    const now = await tx.one<{ version: string }>(
      sql`SELECT ledger_version AS version FROM organization_version WHERE organization_id = ${organizationId}::uuid`,
    )
    if (!state || !now) return 0
    if (state.isStale) await empty(tx, organizationId)
    const from = state.isStale ? '0' : state.folded
    if (from === now.version && !state.isStale) return 0
    await tx.run(foldStatement(organizationId, cellsOfEntries(organizationId, changesOf(organizationId, [from, now.version], 1))))
    await tx.run(countPeopleStatement(organizationId, from, now.version))
    await tx.run(
      sql`UPDATE rollup_state SET ledger_version = ${now.version}::bigint, is_stale = false, folded_at = now() WHERE organization_id = ${organizationId}::uuid`,
    )
    return Number(BigInt(now.version) - BigInt(from))
  })
}

async function empty(tx: Tx, organizationId: OrganizationId): Promise<void> {
  for (const table of rollups) await tx.run(sql`DELETE FROM ${raw(table)} WHERE organization_id = ${organizationId}::uuid`)
}

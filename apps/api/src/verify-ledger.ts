import { createDatabase } from '@oeuvre/db/database'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { verifyLedger } from './modules/credits/queries/verify-ledger.ts'
import { verifyRollups } from './modules/impact/queries/verify-rollups.ts'

// An operating command: recomputes the ledger of every organization, and its rollups, and says what does not agree. Reads only; DATABASE_URL.
const url = process.env.DATABASE_URL
if (!url) {
  console.error('verifying the ledger needs DATABASE_URL')
  process.exit(1)
}
const db = createDatabase(url, { max: 1 })
let isSound = true
try {
  const { rows } = await db.pool.query<{ id: OrganizationId; slug: string }>('SELECT id, slug FROM organization_directory ORDER BY slug')
  for (const { id, slug } of rows) {
    const { outcomes, entries, problems } = await verifyLedger(db, id)
    console.log(`${slug}: ${outcomes} outcomes, ${entries} entries, ${problems.length} problems`)
    for (const { outcomeId, what } of problems) console.log(`  ${outcomeId} ${what}`)
    if (problems.length > 0) isSound = false
    const rollups = await verifyRollups(db, id)
    console.log(`${slug}: ${rollups.cells} rolled up at version ${rollups.version}, ${rollups.problems.length} problems`)
    for (const { cell, stored, computed } of rollups.problems) console.log(`  ${cell}: ${stored} instead of ${computed}`)
    if (rollups.problems.length > 0) isSound = false
  }
} finally {
  await db.close()
}
process.exit(isSound ? 0 : 1)

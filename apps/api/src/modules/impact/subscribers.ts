import type { Database } from '@oeuvre/db/database'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { JobHandler } from '../../platform/jobs.ts'
import { foldLedger } from './commands/fold-ledger.ts'
import { isBehind } from './queries/is-behind.ts'

/** Every minute: until then a reader adds what is left to fold. */
export const foldCron = '* * * * *'

/** Folds what each organization's ledger has beyond its rollups; one that fails keeps no other waiting. */
export function foldJob(db: Database): JobHandler {
  return async () => {
    const organizations = await db.prisma.organizationDirectory.findMany({ select: { id: true } })
    const failures: unknown[] = []
    for (const { id } of organizations) {
      const organizationId = id as OrganizationId
      try {
        if (await isBehind(db, organizationId)) await foldLedger(db, organizationId)
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw failures[0]
  }
}

import { createDatabase } from '@oeuvre/db/database'
import { planReports } from '../src/modules/reports/commands/plan-reports.ts'
import { createJobs } from '../src/platform/jobs.ts'
import { openNamedActor } from '../src/platform/named-actor.ts'

/** Plans what is sent, on the database of a server that does the work, as that server would when its clock says `now`. Answers with how many. */
export async function planReportsAt(databaseUrl: string, slug: string, now: Date): Promise<number> {
  const db = createDatabase(databaseUrl, { max: 2 })
  const jobs = await createJobs(databaseUrl, {
    onError: (e) => {
      throw e
    },
    isWorking: false,
    hasClock: false,
    pauseSeconds: 60,
  })
  try {
    const { id } = await db.prisma.organizationDirectory.findUniqueOrThrow({ where: { slug } })
    const actor = await openNamedActor(db, id, { kind: 'system', personId: null, importId: null })
    return await planReports({ db, enqueue: jobs.enqueue, actor, requestId: null, now })
  } finally {
    await jobs.stop()
    await db.close()
  }
}

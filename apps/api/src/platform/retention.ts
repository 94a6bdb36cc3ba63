import type { Database } from '@oeuvre/db/database'
import type { Queue } from '@oeuvre/db/queues'
import { write } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { Enqueue, JobHandler } from './jobs.ts'
import type { CommandContext } from './mutate.ts'
import { openNamedActor } from './named-actor.ts'

/** What a slice does when its time has come (erasing, reminding): for each organization, any number of times. */
export type OrganizationTask = (ctx: CommandContext) => Promise<unknown>

/** Every night, UTC: what is erased by day does not depend on the hour. */
export const retentionCron = '23 2 * * *'

/**
 * The one scheduler: without an organization it reads the directory and enqueues a job for each, so that a failure in one keeps no
 * other waiting; with one it runs the tasks of the slices there, as the system.
 */
export function perOrganization(
  queue: Queue,
  deps: { readonly db: Database; readonly enqueue: Enqueue },
  tasks: readonly OrganizationTask[],
  now: () => Date,
): JobHandler {
  return async ({ organizationId }) => {
    if (organizationId === undefined) return fanOut(deps, queue)
    const actor = await openNamedActor(deps.db, organizationId, { kind: 'system', personId: null, importId: null })
    for (const task of tasks) await task({ db: deps.db, enqueue: deps.enqueue, actor, requestId: null, now: now() })
  }
}

/** A job for each organization of the directory. */
export async function fanOut({ db, enqueue }: { readonly db: Database; readonly enqueue: Enqueue }, queue: Queue): Promise<void> {
  const organizations = await db.prisma.organizationDirectory.findMany({ select: { id: true } })
  for (const { id } of organizations) await write(db, id as OrganizationId, (tx) => enqueue(tx, queue, { organizationId: id }))
}

import type { JobHandler } from '../../platform/jobs.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import type { Deps } from '../../trpc/context.ts'
import { mailWork } from './commands/mail-work.ts'

/** The jobs of recognition. */
export function recognitionJobs(deps: Deps, now: () => Date): Readonly<Record<'mail-work', JobHandler>> {
  return {
    async 'mail-work'({ organizationId = '', eventId = '' }) {
      const actor = await openNamedActor(deps.db, organizationId, { kind: 'system', personId: null, importId: null })
      await mailWork({ ...deps, actor, requestId: null, now: now() }, eventId)
    },
  }
}

import type { JobHandler } from '../../platform/jobs.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import type { Deps } from '../../trpc/context.ts'
import { correctTeams } from './commands/correct-teams.ts'

/** The jobs of the ledger. */
export function creditJobs(deps: Pick<Deps, 'db' | 'enqueue'>): { readonly 'correct-teams': JobHandler } {
  return {
    async 'correct-teams'({ organizationId = '', personIds = '' }) {
      const actor = await openNamedActor(deps.db, organizationId, { kind: 'system', personId: null, importId: null })
      await correctTeams({ ...deps, actor, requestId: null, now: new Date() }, personIds.split(','))
    },
  }
}

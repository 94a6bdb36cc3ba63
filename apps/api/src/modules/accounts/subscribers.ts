import type { JobHandler } from '../../platform/jobs.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import type { Deps } from '../../trpc/context.ts'
import { readAccountFeed } from './commands/read-feed.ts'

/** The jobs of accounts. */
export function accountJobs(deps: Deps, now: () => Date): Readonly<Record<'read-feed', JobHandler>> {
  return {
    async 'read-feed'({ organizationId = '', accountId = '' }) {
      const actor = await openNamedActor(deps.db, organizationId, { kind: 'system', personId: null, importId: null })
      await readAccountFeed({ ...deps, actor, requestId: null, now: now() }, accountId)
    },
  }
}

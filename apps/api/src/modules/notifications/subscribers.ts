import type { JobHandler } from '../../platform/jobs.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import type { Deps } from '../../trpc/context.ts'
import { tellPeople } from './commands/tell-people.ts'

type Queues = 'tell'

/** The jobs of notices. */
export function notificationJobs(deps: Deps, now: () => Date): Readonly<Record<Queues, JobHandler>> {
  const open = async (organizationId: string) => {
    const actor = await openNamedActor(deps.db, organizationId, { kind: 'system', personId: null, importId: null })
    return { ...deps, actor, requestId: null, now: now() }
  }
  return {
    async tell({ organizationId = '', eventIds = '' }) {
      await tellPeople({ ...(await open(organizationId)), hasMail: deps.mailer !== null }, eventIds.split(','))
    },
  }
}

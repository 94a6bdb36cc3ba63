import { JobFailure, type JobHandler } from '../../platform/jobs.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import { fanOut } from '../../platform/retention.ts'
import type { Deps } from '../../trpc/context.ts'
import { gatherMail } from './commands/gather-mail.ts'
import { sendMail } from './commands/send-mail.ts'
import { tellPeople } from './commands/tell-people.ts'

async function open(deps: Deps, organizationId: string, now: Date) {
  const actor = await openNamedActor(deps.db, organizationId, { kind: 'system', personId: null, importId: null })
  return { ...deps, actor, requestId: null, now }
}

/** The jobs of notices. */
export function notificationJobs(deps: Deps, now: () => Date): Readonly<Record<'tell' | 'send-mail', JobHandler>> {
  return {
    async tell({ organizationId = '', eventIds = '' }) {
      await tellPeople({ ...(await open(deps, organizationId, now())), hasMail: deps.mailer !== null }, eventIds.split(','))
    },
    async 'send-mail'({ organizationId = '', mailId = '' }) {
      if (!deps.mailer) throw new JobFailure('no-mail-server') // taken out of the configuration since
      await sendMail({ ...(await open(deps, organizationId, now())), mailer: deps.mailer }, mailId)
    },
  }
}

/** Gathers the mail of the day and of the week: a job for each organization. */
export function digestJob(deps: Deps, now: () => Date): JobHandler {
  return async ({ organizationId }) => {
    if (deps.mailer === null) return
    if (organizationId === undefined) return fanOut(deps, 'digest')
    await gatherMail(await open(deps, organizationId, now()))
  }
}

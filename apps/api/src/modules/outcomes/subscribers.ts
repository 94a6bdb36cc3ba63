import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { JobHandler } from '../../platform/jobs.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import type { Deps } from '../../trpc/context.ts'
import { convertOutcomes } from './commands/convert-outcomes.ts'
import { forgetAccounts } from './commands/forget-accounts.ts'
import { passOnOutcomes } from './commands/pass-on-outcomes.ts'

/** The jobs of outcomes. */
export function outcomeJobs(
  deps: Pick<Deps, 'db' | 'enqueue'>,
): Readonly<Record<'pass-on-outcomes' | 'forget-accounts' | 'convert-outcomes', JobHandler>> {
  return {
    /** In the name of whoever said that somebody left. */
    async 'pass-on-outcomes'({ organizationId = '', eventId = '' }) {
      const said = await read(deps.db, organizationId as OrganizationId, (tx) =>
        tx.one<{ personId: string | null }>(sql`
          SELECT actor_person_id AS "personId" FROM event WHERE organization_id = ${organizationId}::uuid AND id = ${eventId}::uuid`),
      )
      const actor = await openNamedActor(deps.db, organizationId, { kind: 'system', personId: said?.personId ?? null, importId: null })
      await passOnOutcomes({ ...deps, actor, requestId: null, now: new Date() }, { eventId })
    },
    async 'convert-outcomes'({ organizationId = '' }) {
      const actor = await openNamedActor(deps.db, organizationId, { kind: 'system', personId: null, importId: null })
      await convertOutcomes({ ...deps, actor, requestId: null, now: new Date() })
    },
    async 'forget-accounts'({ organizationId = '', accountIds = '', keys = '' }) {
      const actor = await openNamedActor(deps.db, organizationId, { kind: 'system', personId: null, importId: null })
      const forgotten = { accountIds: accountIds.split(','), keys: new Set(keys.split(',')) }
      await forgetAccounts({ ...deps, actor, requestId: null, now: new Date() }, forgotten)
    },
  }
}

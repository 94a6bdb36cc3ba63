import { empty, sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationEvent } from '@oeuvre/domain/organizations/events'
import type { RunAgainInput } from '@oeuvre/domain/organizations/jobs/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { mutate } from '../../../platform/mutate.ts'

/** What came to nothing is tried once more, at once. @throws DomainError not-found, also where it runs again already */
export function runJobsAgain(ctx: OrgContext, { ids }: RunAgainInput): Promise<{ count: number }> {
  const { organizationId } = ctx.actor
  const those = ids ? sql`AND j.id = ANY (${ids}::uuid[])` : empty
  return mutate(ctx, async (tx, emit) => {
    const failed = await tx.rows<{ id: string; queue: string }>(sql`
      SELECT j.id, j.name AS queue FROM pgboss.job j WHERE j.state = 'failed' AND j.data->>'organizationId' = ${organizationId} ${those}`)
    if (ids && failed.length < ids.length) throw new DomainError({ code: 'not-found', field: 'ids' })
    for (const [queue, jobs] of Map.groupBy(failed, (job) => job.queue))
      await ctx.jobs.retry(
        tx,
        queue,
        jobs.map(({ id }) => id),
      )
    const event: OrganizationEvent = {
      type: 'jobs.run-again',
      subject: { kind: 'organization', id: organizationId },
      payload: { count: failed.length },
    }
    if (failed.length > 0) emit(event)
    return { count: failed.length }
  })
}

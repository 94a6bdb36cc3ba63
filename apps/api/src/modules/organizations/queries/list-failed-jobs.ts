import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { type FailedJob, type FailedJobsOutput, jobLimits } from '@oeuvre/domain/organizations/jobs/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'

type Row = Omit<FailedJob, 'askedAt' | 'failedAt'> & { readonly askedAt: Date; readonly failedAt: Date }

/** The queue belongs to no organization: what it holds for this one is what its payloads say. */
export function listFailedJobs(ctx: Pick<OrgContext, 'db' | 'actor'>): Promise<FailedJobsOutput> {
  const { organizationId } = ctx.actor
  return read(ctx.db, organizationId, async (tx) => {
    const rows = await tx.rows<Row>(sql`
      SELECT j.id, j.name AS queue, coalesce(j.output->>'message', '') AS reason, j.retry_count + 1 AS tries, j.created_on AS "askedAt",
        coalesce(j.completed_on, j.started_on, j.created_on) AS "failedAt"
      FROM pgboss.job j WHERE j.state = 'failed' AND j.data->>'organizationId' = ${organizationId}
      ORDER BY "failedAt" DESC, j.id LIMIT ${jobLimits.shown + 1}`)
    const jobs = rows
      .slice(0, jobLimits.shown)
      .map((row): FailedJob => ({ ...row, askedAt: row.askedAt.toISOString(), failedAt: row.failedAt.toISOString() }))
    return { jobs, isMore: rows.length > jobLimits.shown }
  })
}

import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { mayTake } from '@oeuvre/domain/reports/policy'
import { type CreateReportInput, reportLimits } from '@oeuvre/domain/reports/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { mutate } from '../../../platform/mutate.ts'
import { isOf } from '../repo.ts'

type Asking = Pick<OrgContext, 'db' | 'actor' | 'requestId' | 'now' | 'enqueue' | 'printer'>

/**
 * A file that is made in the background; asked for again under its id it is the same one.
 * @throws DomainError forbidden; printing-unavailable; too-many open ones
 */
export function createReport(ctx: Asking, { id, language, asked }: CreateReportInput): Promise<void> {
  const { organizationId, personId } = ctx.actor
  if (!mayTake(ctx.actor, asked)) throw new DomainError('forbidden')
  if (asked.kind === 'impact-pdf' && !ctx.printer) throw new DomainError('printing-unavailable')
  const paper = asked.kind === 'impact-pdf' ? asked.paper : null
  return mutate(ctx, async (tx, _, { enqueue }) => {
    const open = await tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM report
      WHERE organization_id = ${organizationId}::uuid AND person_id = ${personId}::uuid AND state IN ('waiting', 'running') AND id <> ${id}::uuid`)
    if ((open?.n ?? 0) >= reportLimits.open) throw new DomainError({ code: 'too-many', params: { max: reportLimits.open } })
    const added = await tx.run(sql`INSERT INTO report (organization_id, id, person_id, kind, filter, paper, language, created_at)
      VALUES (${organizationId}::uuid, ${id}::uuid, ${personId}::uuid, ${asked.kind}, ${JSON.stringify(asked.filter)}::jsonb, ${paper}, ${language}, ${ctx.now})
      ON CONFLICT (organization_id, id) DO NOTHING`)
    if (added > 0) return enqueue('make-report', { reportId: id })
    const own = await tx.one(sql`SELECT 1 AS own FROM report WHERE ${isOf(organizationId, personId, id)}`)
    if (!own) throw new DomainError('not-found')
  })
}

/** What came to nothing is made once more. @throws DomainError not-found, also where it did not fail */
export function retryReport(ctx: Asking, { id }: { id: string }): Promise<void> {
  const { organizationId, personId } = ctx.actor
  return mutate(ctx, async (tx, _, { enqueue }) => {
    const again = await tx.run(sql`UPDATE report SET state = 'waiting', error_code = NULL, rows_done = 0
      WHERE ${isOf(organizationId, personId, id)} AND state = 'failed'`)
    if (again === 0) throw new DomainError('not-found')
    await enqueue('make-report', { reportId: id })
  })
}

/** Its bytes go by night. @throws DomainError not-found */
export function removeReport(ctx: Asking, { id }: { id: string }): Promise<void> {
  const { organizationId, personId } = ctx.actor
  return mutate(ctx, async (tx) => {
    const removed = await tx.run(sql`DELETE FROM report WHERE ${isOf(organizationId, personId, id)}`)
    if (removed === 0) throw new DomainError('not-found')
  })
}

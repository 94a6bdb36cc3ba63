import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type ReportOutput, reportLimits } from '@oeuvre/domain/reports/schema'
import type { FastifyReply } from 'fastify'
import { openFiles } from '../../../platform/files.ts'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { presentReport } from '../present.ts'
import { findOwn, keyOf, type ReportRow, reportColumns } from '../repo.ts'

/** The files that this reader asked for, newest first. */
export function listReports({ db, actor }: Pick<OrgContext, 'db' | 'actor'>): Promise<{ reports: ReportOutput[] }> {
  return read(db, actor.organizationId, async (tx) => {
    const rows = await tx.rows<ReportRow>(sql`
      SELECT ${reportColumns} FROM report r WHERE r.organization_id = ${actor.organizationId}::uuid AND r.person_id = ${actor.personId}::uuid
      ORDER BY r.created_at DESC, r.id LIMIT ${reportLimits.shown}`)
    return { reports: rows.flatMap(presentReport) }
  })
}

/** A file of one's own. @throws DomainError not-found */
export async function sendReport(ctx: OrgContext, id: string, reply: FastifyReply): Promise<FastifyReply> {
  const { organizationId, personId } = ctx.actor
  const row = await read(ctx.db, organizationId, (tx) => findOwn(tx, organizationId, { id, personId }))
  if (!row?.digest || row.fileName === null) throw new DomainError('not-found')
  return reply
    .header('content-type', row.kind === 'impact-pdf' ? 'application/pdf' : 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${row.fileName}"`)
    .header('content-length', row.size ?? '')
    .header('cache-control', 'private, no-store')
    .send(await openFiles(ctx.filesDir).getStream(keyOf(organizationId, row.digest)))
}

import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx, write } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { Cadence } from '@oeuvre/domain/reports/schema'
import { hashOf, parseToken } from '../../../platform/tokens.ts'
import type { Context } from '../../../trpc/context.ts'

type Link = { readonly scheduleId: string; readonly personId: string; readonly cadence: Cadence; readonly organizationName: string }
export type ReportLink = Pick<Link, 'cadence' | 'organizationName'>

async function opened(ctx: Context, token: string): Promise<{ organizationId: OrganizationId; secret: string }> {
  await ctx.limits.attempt('link', token, ctx.address)
  const parsed = parseToken(token)
  if (!parsed) throw new DomainError('link-invalid')
  return { organizationId: parsed.organizationId as OrganizationId, secret: parsed.secret }
}

/** Unknown and made up look the same. @throws DomainError link-invalid */
async function findLink(tx: SqlTx, organizationId: OrganizationId, secret: string): Promise<Link> {
  const link = await tx.one<Link>(sql`
    SELECT d.schedule_id AS "scheduleId", d.person_id AS "personId", s.cadence, o.name AS "organizationName" FROM report_delivery d
    JOIN report_schedule s ON s.organization_id = d.organization_id AND s.id = d.schedule_id JOIN organization o ON o.organization_id = d.organization_id
    WHERE d.organization_id = ${organizationId}::uuid AND d.token_hash = ${hashOf(secret)}`)
  if (!link) throw new DomainError('link-invalid')
  return link
}

/** What the link under a report would end. @throws DomainError link-invalid */
export async function getReportLink(ctx: Context, { token }: { token: string }): Promise<ReportLink> {
  const { organizationId, secret } = await opened(ctx, token)
  const { cadence, organizationName } = await read(ctx.db, organizationId, (tx) => findLink(tx, organizationId, secret))
  await ctx.limits.forget('link', token, ctx.address)
  return { cadence, organizationName }
}

/** No more of it to whoever got the mail, any number of times; others go on getting theirs. @throws DomainError link-invalid */
export async function endReportMail(ctx: Context, { token }: { token: string }): Promise<void> {
  const { organizationId, secret } = await opened(ctx, token)
  await write(ctx.db, organizationId, async (tx) => {
    const { scheduleId, personId } = await findLink(tx, organizationId, secret)
    await tx.run(sql`UPDATE report_recipient SET ended_at = coalesce(ended_at, ${ctx.now})
      WHERE organization_id = ${organizationId}::uuid AND schedule_id = ${scheduleId}::uuid AND person_id = ${personId}::uuid`)
  })
  await ctx.limits.forget('link', token, ctx.address)
}

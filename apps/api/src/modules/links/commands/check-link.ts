import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx, write } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { mayLeadTo } from '@oeuvre/domain/links/destinations/rules'
import type { LinkView } from '@oeuvre/domain/links/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import type { CommandContext } from '../../../platform/mutate.ts'
import type { SafeFetch } from '../../../platform/outside/safe-fetch.ts'
import { readsFeeds } from '../../accounts/queries/get-settings.ts'
import { findOwn, viewLink } from '../queries/list-links.ts'
import { listDomains } from '../repo.ts'

/** Every night; each destination about once a week. */
export const checkCron = '41 1 * * *'
const perNight = 200
const accept = [
  'text/html',
  'application/xhtml+xml',
  'application/pdf',
  'application/json',
  'text/plain',
  'image/png',
  'image/jpeg',
  'video/mp4',
]

type Looked = { readonly failure: string | null; readonly status: number | null }

/** One look, by the one way out. That it is large or of another kind is no failure of a destination: it answered. */
async function lookAt(outside: SafeFetch, url: string): Promise<Looked | null> {
  const answer = await outside({ url, accept })
  if (answer.kind !== 'refused' || answer.reason === 'kind' || answer.reason === 'size' || answer.reason === 'encoding')
    return { failure: null, status: null }
  // Too many at once says nothing about the destination; it is looked at another time.
  return answer.reason === 'pace' ? null : { failure: answer.reason, status: answer.status ?? null }
}

async function keep(tx: SqlTx, { actor, now }: CommandContext, id: string, { failure, status }: Looked): Promise<void> {
  await tx.run(sql`UPDATE link SET checked_at = ${now}::timestamptz, failure = ${failure}, failure_status = ${status}::smallint
    WHERE organization_id = ${actor.organizationId}::uuid AND id = ${id}::uuid`)
}

/**
 * Looks at a destination because its owner asks. Only what a link may lead to is asked.
 * @throws DomainError not-found, feeds-off, destination-not-allowed, too-many-attempts
 */
export async function checkLink(ctx: OrgContext, { id }: { readonly id: string }): Promise<LinkView> {
  const { organizationId } = ctx.actor
  const { destination } = await read(ctx.db, organizationId, async (tx) => {
    const row = await findOwn(tx, ctx.actor, id)
    if (!(await readsFeeds(tx, organizationId))) throw new DomainError('feeds-off')
    if (!mayLeadTo(row.destination, await listDomains(tx, organizationId))) throw new DomainError('destination-not-allowed')
    return row
  })
  if (!ctx.outside) throw new DomainError('feeds-off')
  await ctx.limits.attempt('proof', id, ctx.address)
  const looked = await lookAt(ctx.outside, destination)
  return write(ctx.db, organizationId, async (tx) => {
    if (looked) await keep(tx, ctx, id, looked)
    return viewLink(tx, ctx, id)
  })
}

/** Links that work and whose destination nobody looked at for a week, the longest waiting first; where the organization lets pages be read. */
export async function checkLinks(ctx: CommandContext & { readonly outside: SafeFetch | null }): Promise<{ checked: number }> {
  const { outside } = ctx
  const { organizationId } = ctx.actor
  if (!outside) return { checked: 0 }
  const due = await read(ctx.db, organizationId, async (tx) => {
    if (!(await readsFeeds(tx, organizationId))) return []
    const domains = await listDomains(tx, organizationId)
    const rows = await tx.rows<{ id: string; destination: string }>(sql`
      SELECT l.id, l.destination FROM link l JOIN person p ON p.organization_id = l.organization_id AND p.id = l.person_id AND p.status = 'active'
      WHERE l.organization_id = ${organizationId}::uuid AND l.withdrawn_at IS NULL AND (l.expires_at IS NULL OR l.expires_at > ${ctx.now}::timestamptz)
        AND (l.checked_at IS NULL OR l.checked_at < ${ctx.now}::timestamptz - interval '7 days')
      ORDER BY l.checked_at NULLS FIRST, l.id LIMIT ${perNight}`)
    return rows.filter(({ destination }) => mayLeadTo(destination, domains))
  })
  for (const { id, destination } of due) {
    const looked = await lookAt(outside, destination)
    if (looked) await write(ctx.db, organizationId, (tx) => keep(tx, ctx, id, looked))
  }
  return { checked: due.length }
}

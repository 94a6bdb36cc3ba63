import { sql } from '@oeuvre/db/sql'
import { type Tx, write } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { PortfolioEvent } from '@oeuvre/domain/recognition/events'
import { type LeavingLinkView, type PortfolioOutput, portfolioLimits } from '@oeuvre/domain/recognition/portfolio/schema'
import { localDay } from '@oeuvre/domain/time/calendar'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { openNamedActor } from '../../../platform/named-actor.ts'
import { hashOf, newSecret, parseToken } from '../../../platform/tokens.ts'
import type { Context } from '../../../trpc/context.ts'
import { loadPortfolio } from '../queries/load-portfolio.ts'

/**
 * The one link of somebody who left, to hand over; made anew, the one before opens nothing, and none goes by mail any more.
 * @throws DomainError not-found; state-changed for somebody who is still here; conflict where it was fetched already
 */
export function makeLeavingLink(ctx: CommandContext, { id }: { id: string }): Promise<{ token: string; expiresOn: string }> {
  const { organizationId, personId, settings } = ctx.actor
  const { secret, hash } = newSecret()
  const expiresAt = new Date(ctx.now.getTime() + portfolioLimits.linkDays * 86_400_000)
  return mutate(ctx, async (tx, emit) => {
    const org = sql`${organizationId}::uuid`
    const person = await tx.one<{ status: string }>(
      sql`SELECT status FROM person WHERE organization_id = ${org} AND id = ${id}::uuid AND status <> 'erased'`,
    )
    if (!person) throw new DomainError('not-found')
    if (person.status !== 'left') throw new DomainError({ code: 'state-changed', params: { state: person.status } })
    const made = await tx.run(sql`INSERT INTO portfolio_link (organization_id, person_id, token_hash, made_by_id, expires_at)
      VALUES (${org}, ${id}::uuid, ${hash}, ${personId}::uuid, ${expiresAt}::timestamptz)
      ON CONFLICT (organization_id, person_id) DO UPDATE SET token_hash = excluded.token_hash, made_by_id = excluded.made_by_id, expires_at = excluded.expires_at,
        mail_state = NULL WHERE portfolio_link.fetched_at IS NULL`)
    if (made === 0) throw new DomainError('conflict')
    await tx.run(sql`UPDATE portfolio SET leaving_address = NULL WHERE organization_id = ${org} AND person_id = ${id}::uuid`)
    emit({ type: 'portfolio.link-made', subject: { kind: 'person', id } } satisfies PortfolioEvent)
    return { token: `${organizationId}.${secret}`, expiresOn: localDay(expiresAt.getTime(), settings.timeZone) }
  })
}

type Found = { readonly personId: string; readonly personName: string; readonly organizationName: string; readonly expiresAt: Date }

/** Neither fetched nor too old, of somebody who left; locked where it is about to be used. */
function findLink(tx: Tx, organizationId: OrganizationId, secret: string, now: Date): Promise<Found | null> {
  return tx.one<Found>(sql`SELECT l.person_id AS "personId", p.name AS "personName", o.name AS "organizationName", l.expires_at AS "expiresAt"
    FROM portfolio_link l JOIN person p ON p.organization_id = l.organization_id AND p.id = l.person_id
    JOIN organization o ON o.organization_id = l.organization_id
    WHERE l.organization_id = ${organizationId}::uuid AND l.token_hash = ${hashOf(secret)} AND l.fetched_at IS NULL AND l.expires_at > ${now}::timestamptz
      AND p.status = 'left' FOR UPDATE OF l`)
}

async function withLink<T>(
  ctx: Context,
  token: string,
  use: (tx: Tx, found: Found, organizationId: OrganizationId) => Promise<T>,
): Promise<T> {
  await ctx.limits.attempt('link', token, ctx.address)
  const parsed = parseToken(token)
  if (!parsed) throw new DomainError('link-invalid')
  // The hash decides whether it opens anything.
  const organizationId = parsed.organizationId as OrganizationId
  const answer = await write(ctx.db, organizationId, async (tx) => {
    const found = await findLink(tx, organizationId, parsed.secret, ctx.now)
    if (!found) throw new DomainError('link-invalid')
    return use(tx, found, organizationId)
  })
  await ctx.limits.forget('link', token, ctx.address)
  return answer
}

/** Whose it is, without using it. @throws DomainError link-invalid: unknown, used and too old look the same */
export function openLeavingLink(ctx: Context, { token }: { token: string }): Promise<LeavingLinkView> {
  return withLink(ctx, token, async (_, { personName, organizationName, expiresAt }) => ({
    ...{ personName, organizationName },
    expiresOn: expiresAt.toISOString().slice(0, 10),
  }))
}

/** All that is theirs, once. @throws DomainError link-invalid */
export async function fetchPortfolio(ctx: Context, { token }: { token: string }): Promise<PortfolioOutput> {
  return withLink(ctx, token, async (tx, { personId }, organizationId) => {
    const named = await openNamedActor(ctx.db, organizationId, { kind: 'person', personId, importId: null })
    const portfolio = await loadPortfolio(tx, named, { personId, now: ctx.now })
    await tx.run(
      sql`UPDATE portfolio_link SET fetched_at = ${ctx.now}::timestamptz WHERE organization_id = ${organizationId}::uuid AND person_id = ${personId}::uuid`,
    )
    await tx.run(sql`INSERT INTO event (organization_id, id, type, subject_kind, subject_id, actor_kind, actor_person_id, request_id, at, payload)
      VALUES (${organizationId}::uuid, uuidv7(), 'portfolio.fetched', 'person', ${personId}::uuid, 'person', ${personId}::uuid, ${ctx.requestId}, ${ctx.now}::timestamptz, '{}')`)
    return { ...portfolio, trend: null }
  })
}

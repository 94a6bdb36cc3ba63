import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { openActor } from '../../platform/gate.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import { pageFor, storyPage } from '../../platform/visitor-page.ts'
import type { Context } from '../../trpc/context.ts'
import { organizationOf } from './repo.ts'

const headers = {
  ...{ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', vary: 'accept-language, cookie' },
  'x-content-type-options': 'nosniff',
} as const

type Found = { readonly organization: string; readonly slug: string; readonly id: string }

/**
 * `/s/<code>`, for whoever was sent one. Signed in, one is led to the story; anybody else reads whose it is and nothing more. A code of
 * nothing, or of what is not on stage, leads nowhere, and nobody can tell which.
 */
export function registerStoryDoor(http: FastifyInstance, contextOf: (req: FastifyRequest) => Context): void {
  http.get('/s/:code', { helmet: false }, async (req, reply) => {
    const { code } = req.params as { code: string }
    const accepted = req.headers['accept-language'] ?? ''
    const ctx = contextOf(req)
    const found = await findShared(ctx, code)
    reply.headers(headers)
    const address = found && `/${found.slug}/stage/${found.id}`
    if (found && address && (await isMember(ctx, found.slug))) return reply.redirect(address)
    const { html, policy } =
      found && address ? storyPage({ organization: found.organization, address }, accepted) : pageFor('unknown', accepted)
    return reply
      .status(found ? 200 : 404)
      .header('content-security-policy', policy)
      .type('text/html; charset=utf-8')
      .send(html)
  })
}

async function findShared({ db }: Context, code: string): Promise<Found | null> {
  const organizationId = organizationOf(code)
  if (organizationId === null) return null
  try {
    const actor = await openNamedActor(db, organizationId, { kind: 'system', personId: null, importId: null })
    const row = await read(db, actor.organizationId, (tx) =>
      tx.one<{
        id: string
      }>(sql`SELECT s.id FROM stage_story s JOIN outcome o ON o.organization_id = s.organization_id AND o.id = s.outcome_id
        WHERE s.organization_id = ${actor.organizationId}::uuid AND s.code = ${code} AND s.down_at IS NULL AND s.standing = 'agreed'
          AND s.from_day <= ${actor.today}::date AND o.state = 'verified'`),
    )
    return row && { organization: actor.settings.name, slug: actor.settings.slug, id: row.id }
  } catch (e) {
    if (e instanceof DomainError) return null
    throw e
  }
}

async function isMember({ db, sessionToken }: Context, slug: string): Promise<boolean> {
  if (sessionToken === null) return false
  try {
    await openActor(db, sessionToken, slug)
    return true
  } catch (e) {
    if (e instanceof DomainError) return false
    throw e
  }
}

import { PassThrough } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { openActor } from '../../platform/gate.ts'
import type { OrganizationRoute, OrgContext, PublicRoute } from '../../platform/http-organization.ts'
import { unsubscribeRoutesOf } from '../../platform/http-unsubscribe.ts'
import { endMail } from './commands/end-mail.ts'
import { countUnread } from './queries/list-notices.ts'

/** A line is kept open by a word now and then, and whoever may no longer hear is found out by then at the latest. */
const beat = 20_000

/**
 * What concerns this reader, as it happens (server-sent events). Each word says an id and a count, never a text; before each the session
 * and the membership are asked again, and the stream ends with them. Whoever comes back hears the count first, so nothing said meanwhile
 * is missed.
 */
async function stream(ctx: OrgContext, _: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { organizationId, personId, settings } = ctx.actor
  const out = new PassThrough()
  let asked = Promise.resolve()
  const say = (word: (reader: Awaited<ReturnType<typeof openActor>>) => Promise<string>) => {
    asked = asked.then(async () => {
      if (out.destroyed || out.writableEnded) return
      try {
        const reader = await openActor(ctx.db, ctx.sessionToken, settings.slug)
        if (reader.actor.personId !== personId) out.end()
        else out.write(await word(reader))
      } catch {
        out.end() // no way in any more, or no database: a browser that may come back does
      }
    })
  }
  const count = (id: string | null) =>
    say(async ({ actor }) => {
      const { count: unread, isCapped } = await countUnread({ db: ctx.db, actor, now: ctx.now })
      return `event: told\nid: ${id ?? ''}\ndata: ${JSON.stringify({ id, unread, isCapped })}\n\n`
    })
  const leave = await ctx.live.subscribe(organizationId, personId, count)
  const beats = setInterval(() => say(async () => ': \n\n'), beat)
  out.once('close', () => {
    leave()
    clearInterval(beats)
  })
  out.write('retry: 3000\n\n')
  count(null)
  return reply
    .headers({ 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' })
    .send(out)
}

/** What of notices is no procedure. */
export const notificationRoutes: readonly OrganizationRoute[] = [
  { method: 'GET', path: '/notices/stream', permission: 'notification.read', handler: stream },
]

export const unsubscribeRoutes: readonly PublicRoute[] = unsubscribeRoutesOf('/unsubscribe', (ctx, token) => endMail(ctx, { token }))

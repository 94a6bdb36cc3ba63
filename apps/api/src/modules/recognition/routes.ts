import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { Day } from '@oeuvre/domain/time/day'
import type { OrganizationRoute } from '../../platform/http-organization.ts'

const dayOf = (value: unknown) => Day.safeParse(value).data

/** One's own work on paper: the page that its owner sees, drawn with their own session. */
export const recognitionRoutes: readonly OrganizationRoute[] = [
  {
    method: 'GET',
    path: '/my-work.pdf',
    permission: 'portfolio.read',
    async handler(ctx, req, reply) {
      if (!ctx.printer) throw new DomainError('printing-unavailable')
      await ctx.limits.attempt('proof', `my-work:${ctx.actor.personId}`, ctx.address)
      const { slug } = ctx.actor.settings
      const { from, to, language } = req.query as Readonly<Record<string, unknown>>
      const days = Object.entries({ from: dayOf(from), to: dayOf(to) }).flatMap(([key, day]) => (day === undefined ? [] : [[key, day]]))
      const pdf = await ctx.printer.print({
        address: `${ctx.ownUrl()}/${slug}/print/my-work?${new URLSearchParams(days)}`,
        language: language === 'fr' || language === 'en' ? language : (ctx.user.language ?? 'fr'),
        cookie: req.headers.cookie ?? '',
      })
      return reply
        .type('application/pdf')
        .header('content-disposition', 'attachment; filename="oeuvre.pdf"')
        .header('cache-control', 'no-store')
        .send(Buffer.from(pdf))
    },
  },
]

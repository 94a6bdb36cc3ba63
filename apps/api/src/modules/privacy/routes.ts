import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationRoute } from '../../platform/http-organization.ts'

/** What is stored, why, for how long and who sees it: the page that its reader sees, on paper. */
export const privacyRoutes: readonly OrganizationRoute[] = [
  {
    method: 'GET',
    path: '/stored.pdf',
    permission: 'organization.read',
    async handler(ctx, req, reply) {
      if (!ctx.printer) throw new DomainError('printing-unavailable')
      await ctx.limits.attempt('proof', `stored:${ctx.actor.personId}`, ctx.address)
      const { slug } = ctx.actor.settings
      // With the reader's own session: it lives as long as the browser that prints, which sees this server alone.
      const pdf = await ctx.printer.print({
        address: `${ctx.ownUrl()}/${slug}/print/stored`,
        language: ctx.user.language ?? 'fr',
        cookie: req.headers.cookie ?? '',
      })
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="oeuvre-${slug}.pdf"`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(pdf))
    },
  },
]

import type { FastifyRequest } from 'fastify'
import type { OrganizationRoute, PublicRoute } from '../../platform/http-organization.ts'
import { idOf } from '../files/routes.ts'
import { endReportMail } from './commands/end-report-mail.ts'
import { sendReport } from './queries/list-reports.ts'

export const reportRoutes: readonly OrganizationRoute[] = [
  {
    method: 'GET',
    path: '/reports/:id/file',
    permission: 'export.read',
    async handler(ctx, req, reply) {
      return sendReport(ctx, idOf(req), reply)
    },
  },
]

const because = 'the link under a report, known to its reader alone'

function tokenOf(req: FastifyRequest): string {
  const { token } = req.params as { token?: unknown }
  return typeof token === 'string' ? token : ''
}

/** One click in a mailbox posts (RFC 8058); whoever opens the address instead is shown the page and asked. */
export const reportLinkRoutes: readonly PublicRoute[] = [
  {
    method: 'POST',
    path: '/unsubscribe/report/:token',
    because,
    async handler(ctx, req, reply) {
      await endReportMail(ctx, { token: tokenOf(req) })
      return reply.status(204).send()
    },
  },
  {
    method: 'GET',
    path: '/unsubscribe/report/:token',
    because,
    async handler(_, req, reply) {
      return reply.redirect(`/unsubscribe/report/${encodeURIComponent(tokenOf(req))}`)
    },
  },
]

import type { OrganizationRoute, PublicRoute } from '../../platform/http-organization.ts'
import { unsubscribeRoutesOf } from '../../platform/http-unsubscribe.ts'
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

export const reportLinkRoutes: readonly PublicRoute[] = unsubscribeRoutesOf('/unsubscribe/report', (ctx, token) =>
  endReportMail(ctx, { token }),
)

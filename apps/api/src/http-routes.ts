import { fileRoutes } from './modules/files/routes.ts'
import { impactRoutes } from './modules/impact/routes.ts'
import { notificationRoutes, unsubscribeRoutes } from './modules/notifications/routes.ts'
import { outcomeRoutes } from './modules/outcomes/routes.ts'
import { privacyRoutes } from './modules/privacy/routes.ts'
import { rateRoutes } from './modules/rates/routes.ts'
import { recognitionRoutes } from './modules/recognition/routes.ts'
import { reportLinkRoutes, reportRoutes } from './modules/reports/routes.ts'
import { transferRoutes } from './modules/transfers/routes.ts'
import type { OrganizationRoute, PublicRoute } from './platform/http-organization.ts'

/** The table of contents of what is not a procedure: uploads, downloads, exports. Walked by the router-wide tests like the procedures. */
export const httpRoutes: readonly OrganizationRoute[] = [
  ...fileRoutes,
  ...impactRoutes,
  ...notificationRoutes,
  ...outcomeRoutes,
  ...privacyRoutes,
  ...rateRoutes,
  ...recognitionRoutes,
  ...reportRoutes,
  ...transferRoutes,
]

/** Those for nobody in particular, each with its reason. */
export const publicRoutes: readonly PublicRoute[] = [...unsubscribeRoutes, ...reportLinkRoutes]

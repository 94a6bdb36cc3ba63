import { accountsRouter } from '../modules/accounts/router.ts'
import { equityRouter } from '../modules/equity/router.ts'
import { filesRouter } from '../modules/files/router.ts'
import { identityRouter } from '../modules/identity/router.ts'
import { impactRouter } from '../modules/impact/router.ts'
import { linksRouter } from '../modules/links/router.ts'
import { notificationsRouter } from '../modules/notifications/router.ts'
import { objectivesRouter } from '../modules/objectives/router.ts'
import { organizationsRouter } from '../modules/organizations/router.ts'
import { commentsRouter, outcomesRouter, reviewRouter, viewsRouter, vocabularyRouter } from '../modules/outcomes/router.ts'
import { peopleRouter } from '../modules/people/router.ts'
import { programsRouter } from '../modules/programs/router.ts'
import { ratesRouter } from '../modules/rates/router.ts'
import { awardsRouter, kudosRouter, portfolioRouter, recognitionRouter } from '../modules/recognition/router.ts'
import { reportsRouter } from '../modules/reports/router.ts'
import { stageRouter } from '../modules/stage/router.ts'
import { transfersRouter } from '../modules/transfers/router.ts'
import { router } from './procedures.ts'

/** The table of contents: a router per slice. */
export const appRouter = router({
  accounts: accountsRouter,
  awards: awardsRouter,
  comments: commentsRouter,
  files: filesRouter,
  identity: identityRouter,
  organizations: organizationsRouter,
  impact: impactRouter,
  kudos: kudosRouter,
  links: linksRouter,
  notifications: notificationsRouter,
  objectives: objectivesRouter,
  outcomes: outcomesRouter,
  portfolio: portfolioRouter,
  programs: programsRouter,
  rates: ratesRouter,
  recognition: recognitionRouter,
  reports: reportsRouter,
  review: reviewRouter,
  stage: stageRouter,
  equity: equityRouter,
  transfers: transfersRouter,
  people: peopleRouter,
  views: viewsRouter,
  vocabulary: vocabularyRouter,
})
export type AppRouter = typeof appRouter

import { identityRouter } from '../modules/identity/router.ts'
import { organizationsRouter } from '../modules/organizations/router.ts'
import { router } from './procedures.ts'

/** The table of contents: a router per slice. */
export const appRouter = router({
  identity: identityRouter,
  organizations: organizationsRouter,
})
export type AppRouter = typeof appRouter

import { orgProcedure, router } from '../../trpc/procedures.ts'
import { getShell } from './queries/get-shell.ts'

export const organizationsRouter = router({
  shell: orgProcedure('organization.read').query(({ ctx }) => getShell(ctx)),
})

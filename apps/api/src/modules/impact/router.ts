import { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { orgProcedure, router } from '../../trpc/procedures.ts'
import { getPage } from './queries/get-page.ts'

export const impactRouter = router({
  page: orgProcedure('impact.read')
    .input(ImpactFilter)
    .output(ImpactPage)
    .query(({ ctx, input }) => getPage(ctx, input)),
})

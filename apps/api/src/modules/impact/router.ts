import { Id } from '@oeuvre/domain/ids/ids'
import { ClosePeriodInput, ClosingsOutput, ReopenClosingInput, RestatementsOutput } from '@oeuvre/domain/impact/closing/schema'
import { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { z } from 'zod'
import { orgProcedure, router } from '../../trpc/procedures.ts'
import { closePeriod } from './commands/close-period.ts'
import { reopenClosing } from './commands/reopen-closing.ts'
import { getPage } from './queries/get-page.ts'
import { listClosings } from './queries/list-closings.ts'
import { listRestatements } from './queries/list-restatements.ts'

const closing = orgProcedure('impact.close')

export const impactRouter = router({
  page: orgProcedure('impact.read')
    .input(ImpactFilter)
    .output(ImpactPage)
    .query(({ ctx, input }) => getPage(ctx, input)),
  closings: closing.output(ClosingsOutput).query(({ ctx }) => listClosings(ctx)),
  restatements: closing
    .input(z.object({ id: Id }))
    .output(RestatementsOutput)
    .query(({ ctx, input }) => listRestatements(ctx, input)),
  close: closing.input(ClosePeriodInput).mutation(({ ctx, input }) => closePeriod(ctx, input)),
  reopenClosing: closing.input(ReopenClosingInput).mutation(({ ctx, input }) => reopenClosing(ctx, input)),
})

import { EquityInput, EquityOutput } from '@oeuvre/domain/equity/schema'
import { orgProcedure, router } from '../../trpc/procedures.ts'
import { getEquity } from './queries/get-equity.ts'

export const equityRouter = router({
  get: orgProcedure('equity.read')
    .input(EquityInput)
    .output(EquityOutput)
    .query(({ ctx, input }) => getEquity(ctx, input)),
})

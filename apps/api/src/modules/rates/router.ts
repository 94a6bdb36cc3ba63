import { TypeRateInput } from '@oeuvre/domain/rates/schema'
import { orgProcedure, router } from '../../trpc/procedures.ts'
import { typeRate } from './commands/type-rate.ts'
import { listRates } from './queries/list-rates.ts'

export const ratesRouter = router({
  list: orgProcedure('rate.administer').query(({ ctx }) => listRates(ctx)),
  type: orgProcedure('rate.administer')
    .input(TypeRateInput)
    .mutation(({ ctx, input }) => typeRate(ctx, input)),
})

import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { LoadedRates, TypeRateInput } from '@oeuvre/domain/rates/schema'
import type { CommandContext } from '../../../platform/mutate.ts'
import { storeRates } from './store-rates.ts'

/** One rate by hand; typed again for the same day, it is a correction. @throws DomainError date-in-future */
export function typeRate(ctx: CommandContext, input: TypeRateInput): Promise<LoadedRates> {
  if (input.day > ctx.actor.today) throw new DomainError({ code: 'date-in-future', field: 'day' })
  return storeRates(ctx, { source: 'typed', fileName: null, rates: [input] })
}

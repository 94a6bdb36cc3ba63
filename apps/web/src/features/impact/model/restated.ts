import type { Sums } from '@oeuvre/domain/impact/closing/schema'
import type { ImpactFilter } from '@oeuvre/domain/impact/schema'

const narrowing = [
  'type',
  'team',
  'channel',
  'side',
  'skill',
  'program',
  'objective',
  'rung',
  'person',
  'asOf',
] as const satisfies readonly (keyof ImpactFilter)[]

/** All of the organization, as the ledger stands: what is reported is never of a slice. */
export function isWhole(filter: ImpactFilter): boolean {
  return narrowing.every((key) => {
    const value = filter[key]
    return value === undefined || (Array.isArray(value) && value.length === 0)
  })
}

/** "+ 12", "− 12", "=": a sign and what it is of, for what a difference adds or takes. `say` gets it without its sign. */
export function signed(amount: bigint, say: (size: bigint) => string): string {
  if (amount === 0n) return '='
  return amount > 0n ? `+\u00a0${say(amount)}` : `\u2212\u00a0${say(-amount)}`
}

/** Of a sum as it comes: an integer in decimal notation. */
export function isNothing(sum: string): boolean {
  return sum === '0'
}

export function isMoved({ resultsBp, valueMinor, potentialMinor }: Sums): boolean {
  return [resultsBp, valueMinor, potentialMinor].some((sum) => !isNothing(sum))
}

import type { Closing, Sums } from '@oeuvre/domain/impact/closing/schema'
import type { ImpactPage } from '@oeuvre/domain/impact/schema'

/** What was closed: the period of the page, again and again if need be, which of these holds, and other periods. */
export function closingsOf(closings: readonly Closing[], { from, to }: Pick<ImpactPage['period'], 'from' | 'to'>) {
  const own = closings.filter((closing) => closing.from === from && closing.to === to)
  const others = closings.filter((closing) => !own.includes(closing) && closing.reopened === null)
  return { own, others, standing: own.find((closing) => closing.reopened === null) }
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

/** Rounds to the nearest integer, halves to the even one: over many conversions neither side gains. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('denominator')
  const isNegative = numerator < 0n
  const n = isNegative ? -numerator : numerator
  const quotient = n / denominator
  const twice = (n % denominator) * 2n
  const up = twice > denominator || (twice === denominator && quotient % 2n === 1n)
  const rounded = up ? quotient + 1n : quotient
  return isNegative ? -rounded : rounded
}

/** What a currency is worth on a day: `perEuro` units of it for one euro, as a decimal string ("1.1684"), and its minor-unit digits. */
export type Worth = { readonly perEuro: string; readonly digits: number }

/**
 * Minor units of one currency in minor units of another, through the euro: minor × to ÷ from, as one exact rational, rounded once, half to
 * even. Converted once per outcome, then allocated.
 * @throws RangeError a rate that is no decimal above zero
 */
export function convertMinor(minor: bigint, from: Worth, to: Worth): bigint {
  const [source, target] = [fraction(from.perEuro), fraction(to.perEuro)]
  const numerator = minor * target.scaled * 10n ** BigInt(source.scale + to.digits)
  return divideHalfEven(numerator, source.scaled * 10n ** BigInt(target.scale + from.digits))
}

function fraction(rate: string): { readonly scaled: bigint; readonly scale: number } {
  const [, integer = '', decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(rate) ?? []
  const scaled = BigInt(integer + decimals)
  if (scaled <= 0n) throw new RangeError(`rate ${rate}`)
  return { scaled, scale: decimals.length }
}

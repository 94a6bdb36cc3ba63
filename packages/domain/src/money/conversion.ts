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

/**
 * Minor units of one currency in minor units of another. `rate`: major units of the target for one major unit of the source,
 * as a decimal string ("1.0845"). Converted once per outcome, then allocated.
 */
export function convertMinor(minor: bigint, from: { digits: number }, to: { digits: number }, rate: string): bigint {
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(rate)
  if (!parts) throw new RangeError(`rate ${rate}`)
  const [, integer = '', fraction = ''] = parts
  const scaledRate = BigInt(integer + fraction)
  return divideHalfEven(minor * scaledRate * 10n ** BigInt(to.digits), 10n ** BigInt(from.digits + fraction.length))
}

/**
 * A rate as it is typed: one comma or one point parts the decimals, in either language, because nobody writes thousands of a rate with a
 * mark. What cannot be one comes back as it is, to be refused.
 */
export function rateOf(typed: string): string {
  return typed.replace(/[\s\u202f\u00a0]/g, '').replace(/^(\d*),(\d*)$/, '$1.$2')
}

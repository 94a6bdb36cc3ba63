/** Without those that are taken for one another when a code is read from paper. */
export const codeLetters = 'abcdefghjkmnpqrstuvwxyz23456789'
/** 31 to the power of 10, about 8 · 10¹⁴: none is guessed, and no name fits in. */
export const codeLength = 10

const shape = new RegExp(`^[${codeLetters}]{${codeLength}}$`)

export function isCode(text: string): boolean {
  return shape.test(text)
}

/** `numbers`: random ones below `codeLetters.length`, as many as `codeLength`. */
export function codeOf(numbers: readonly number[]): string {
  return numbers.map((n) => codeLetters[n] ?? '').join('')
}

/** The code in what a CRM, a form or a person wrote down: the code itself, our short address, or an address that carries it. null: none. */
export function readCode(text: string): string | null {
  const word = text.trim().toLowerCase()
  if (isCode(word)) return word
  const found = /(?:\/l\/|[?&]utm_content=)([a-z0-9]+)(?![a-z0-9])/.exec(word)?.[1]
  return found !== undefined && isCode(found) ? found : null
}

import { normalisedKey } from '../../text/normalised-key.ts'

/** What stands in place of a client who is withheld. */
export const withheldMark = '[…]'

/** A text without a client's name, wherever it stands in it as it was typed, whatever its case. Names shorter than three letters are left. */
export function withoutClient(text: string, client: string): string {
  const name = client.trim()
  if (normalisedKey(name).length < 3) return text
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+')
  return text.replaceAll(new RegExp(pattern, 'giu'), withheldMark)
}

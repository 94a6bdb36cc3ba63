import { isBlank } from '@oeuvre/domain/text/storable'
import type { useWords } from './errors.ts'

/** What is asked for and was left out, by field: errors of a form; null where nothing is. */
export function missingOf(asked: Readonly<Record<string, unknown>>, words: ReturnType<typeof useWords>): Record<string, string> | null {
  const missing = Object.entries(asked).filter(([, value]) => value === null || (typeof value === 'string' && isBlank(value)))
  return missing.length > 0 ? Object.fromEntries(missing.map(([field]) => [field, words({ code: 'required' })])) : null
}

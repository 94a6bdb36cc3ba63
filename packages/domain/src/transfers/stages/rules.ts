import { normalisedKey } from '../../text/normalised-key.ts'
import { wordKey } from '../keys/rules.ts'
import type { StageMeaning, TypeOption } from '../schema.ts'

const won = /won|gagn|signe|^(win|success|succes|reussi|true|vrai|oui|yes|1)$/
const lost = /lost|perdu|perte|abandon|disqualif|^(dead|rejected|refus|refuse|cancell?ed|annule)e?$/
const open =
  /engag|prospect|qualif|negoci|negotia|propos|devis|quote|demo|decouverte|discovery|analy|decision|contract|contrat|appointment|rendezvous|rdv|evaluat|^(open|opened|ouvert|ouverte|encours|inprogress|new|nouveau|nouvelle|lead|piste|pending|enattente)$/

function typeNamed(word: string, types: readonly TypeOption[]): TypeOption | undefined {
  const key = normalisedKey(word)
  return types.find(({ code, name }) => (name === null ? code === key : normalisedKey(name) === key))
}

/**
 * What a stage of a pipeline most likely means; null when it has to be asked. The name of a type means that type; a lost deal outweighs
 * the rest of the words. `isOwnExport`: our own words, of which all others say that it is no verified result.
 */
export function guessStage(word: string, types: readonly TypeOption[], isOwnExport = false): StageMeaning | null {
  const named = typeNamed(word, types)
  if (named) return { kind: 'outcome', typeId: named.id }
  if (isOwnExport) return { kind: 'leaveOut', why: 'ignored' }
  const key = wordKey(word)
  if (lost.test(key)) return { kind: 'leaveOut', why: 'lost' }
  if (/^(not|non|in)(yet)?(won|gagn|signe)/.test(key)) return null
  const type = wonType(types)
  if (type && won.test(key)) return { kind: 'outcome', typeId: type.id }
  return open.test(key) ? { kind: 'leaveOut', why: 'open' } : null
}

/** The type of a won client, or the first. */
export function wonType(types: readonly TypeOption[]): TypeOption | undefined {
  return types.find(({ code }) => code === 'client-won') ?? types[0]
}

import { wordKey } from '../keys/rules.ts'
import type { StageMeaning } from '../schema.ts'

const won = /won|gagn|signe|^(win|success|succes|reussi|true|vrai|oui|yes|1)$/
const lost = /lost|perdu|perte|abandon|disqualif|^(dead|rejected|refus|refuse|cancell?ed|annule)e?$/
const open =
  /engag|prospect|qualif|negoci|negotia|propos|devis|quote|demo|decouverte|discovery|analy|decision|contract|contrat|appointment|rendezvous|rdv|evaluat|^(open|opened|ouvert|ouverte|encours|inprogress|new|nouveau|nouvelle|lead|piste|pending|enattente)$/

/** What a stage of a pipeline most likely means; null when it has to be asked. A lost deal outweighs the rest of the words. */
export function guessStage(word: string, wonTypeId: string): StageMeaning | null {
  const key = wordKey(word)
  if (lost.test(key)) return { kind: 'leaveOut', why: 'lost' }
  if (/^(not|non|in)(yet)?(won|gagn|signe)/.test(key)) return null
  if (won.test(key)) return { kind: 'outcome', typeId: wonTypeId }
  return open.test(key) ? { kind: 'leaveOut', why: 'open' } : null
}

import type { Refusal } from '../errors/domain-error.ts'
import { type Actor, hasRole } from '../organizations/schema.ts'
import { type OutcomeRecord, visibilityOf } from '../outcomes/policy.ts'

type Reader = Pick<Actor, 'kind' | 'personId' | 'roles' | 'reachTeamIds' | 'settings'>

/** Executives choose from the whole organization; managers what somebody within their reach takes part in. */
function isChooser(reader: Reader, record: OutcomeRecord): boolean {
  if (reader.kind !== 'person' || reader.personId === null) return false
  if (hasRole(reader, 'executive')) return true
  return hasRole(reader, 'manager') && record.contributors.some((c) => c.teamId !== null && reader.reachTeamIds.includes(c.teamId))
}

function isOwn(reader: Reader, record: OutcomeRecord): boolean {
  return record.authorId === reader.personId || record.contributors.some((c) => c.personId === reader.personId)
}

/** May this reader put the result on stage? null: yes. Nobody puts themself there: neither what they took part in nor what they wrote. */
export function choiceRefusal(reader: Reader, record: OutcomeRecord): Refusal | null {
  if (!visibilityOf(reader, record).isVisible) return { code: 'not-found' }
  if (!isChooser(reader, record)) return { code: 'forbidden' }
  if (isOwn(reader, record)) return { code: 'own-result' }
  return record.state === 'verified' ? null : { code: 'state-changed', params: { state: record.state } }
}

/** Whoever chose it looks after it, and so does everybody who could have. */
export function mayLookAfter(reader: Reader, record: OutcomeRecord, chosenById: string): boolean {
  if (reader.kind !== 'person' || reader.personId === null) return false
  return reader.personId === chosenById || (isChooser(reader, record) && !isOwn(reader, record))
}

/** Before its day, or once it is down, only those whom it concerns know of it. */
export function mayReadUnseen(reader: Reader, record: OutcomeRecord, chosenById: string): boolean {
  return mayLookAfter(reader, record, chosenById) || record.contributors.some((c) => c.personId === reader.personId)
}

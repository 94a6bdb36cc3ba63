import { type Actor, hasRole } from '../organizations/schema.ts'

/** What a policy has to know of a program. Everybody sees every program of the organization. */
export type ProgramRecord = { readonly ownerId: string; readonly coachIds: readonly string[] }
type Reader = Pick<Actor, 'kind' | 'personId' | 'roles'>

function isLeading(reader: Reader): boolean {
  return reader.kind !== 'person' || hasRole(reader, 'executive') || hasRole(reader, 'administrator')
}

/** Executives and administrators set any; managers their own. */
export function mayEditProgram(reader: Reader, { ownerId }: Pick<ProgramRecord, 'ownerId'>): boolean {
  return isLeading(reader) || (hasRole(reader, 'manager') && reader.personId === ownerId)
}

/** Owner and coaches are told who takes part, and may invite. No role opens it: the rest have counts, from the smallest group up. */
export function knowsParticipants(reader: Reader, { ownerId, coachIds }: ProgramRecord): boolean {
  return reader.kind === 'person' && reader.personId !== null && [ownerId, ...coachIds].includes(reader.personId)
}

/** The pages that help to begin: who sets the program, its owner and its coaches. */
export function mayWritePlaybook(reader: Reader, program: ProgramRecord): boolean {
  return mayEditProgram(reader, program) || knowsParticipants(reader, program)
}

/** What it may cost: those who lead the organization, its owner and its coaches. */
export function mayKnowBudget(reader: Reader, program: ProgramRecord): boolean {
  return isLeading(reader) || knowsParticipants(reader, program)
}

/** What its results are worth, as values of results are shown: to executives, to its owner, or to everybody where the organization says so. */
export function mayKnowValue(reader: Reader & Pick<Actor, 'settings'>, { ownerId }: Pick<ProgramRecord, 'ownerId'>): boolean {
  if (reader.kind !== 'person' || hasRole(reader, 'executive') || reader.settings.valueVisibility === 'everyone') return true
  return reader.personId !== null && reader.personId === ownerId
}

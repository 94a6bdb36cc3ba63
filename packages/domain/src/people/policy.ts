import { type Actor, hasRole } from '../organizations/schema.ts'
import type { PersonCan, PersonStatus, TeamCan } from './schema.ts'

/** Team of today. */
export type PersonRecord = {
  readonly id: string
  readonly teamId: string | null
  readonly status: PersonStatus
  readonly hasLogin: boolean
}

type Reader = Pick<Actor, 'personId' | 'roles' | 'reachTeamIds'>

export function isSelf(actor: Pick<Actor, 'personId'>, person: Pick<PersonRecord, 'id'>): boolean {
  return actor.personId !== null && actor.personId === person.id
}

export function isWithinReach(actor: Pick<Actor, 'reachTeamIds'>, person: Pick<PersonRecord, 'teamId'>): boolean {
  return person.teamId !== null && actor.reachTeamIds.includes(person.teamId)
}

/**
 * Figures and lists of one person: that person's own page, and managers within reach. Neither executives nor administrators:
 * they see results, not people.
 */
export function maySeeFiguresOf(actor: Reader, person: Pick<PersonRecord, 'id' | 'teamId'>): boolean {
  return isSelf(actor, person) || isWithinReach(actor, person)
}

/** Everybody sees the directory: names, titles, teams. What an address or staff number says is for oneself, one's manager and administrators. */
export function maySeeContactOf(actor: Reader, person: Pick<PersonRecord, 'id' | 'teamId'>): boolean {
  return maySeeFiguresOf(actor, person) || hasRole(actor, 'administrator')
}

/** Imports and jobs administer for whoever started them. */
function mayAdminister(actor: Pick<Actor, 'kind' | 'roles'>): boolean {
  return actor.kind !== 'person' || hasRole(actor, 'administrator')
}

/** People who left stand in no directory but the administrators'. */
export function mayListLeft(actor: Pick<Actor, 'kind' | 'roles'>): boolean {
  return mayAdminister(actor)
}

export function canOfTeam(actor: Pick<Actor, 'kind' | 'roles'>): TeamCan {
  return { administer: mayAdminister(actor) }
}

export function canOfPerson(actor: Reader & Pick<Actor, 'kind'>, person: PersonRecord): PersonCan {
  const isAdministrator = mayAdminister(actor)
  const isHere = person.status === 'active'
  return {
    edit: isAdministrator && person.status !== 'erased',
    move: isAdministrator && isHere,
    end: isAdministrator && isHere,
    return: isAdministrator && person.status === 'left',
    invite: isAdministrator && isHere && !person.hasLogin,
    logFor: isHere && !isSelf(actor, person) && isWithinReach(actor, person),
    seeFigures: maySeeFiguresOf(actor, person),
  }
}

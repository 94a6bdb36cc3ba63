import { type Actor, hasRole } from '../organizations/schema.ts'

/** What a policy has to know of an objective. */
export type ObjectiveRecord = { readonly teamId: string | null; readonly ownerId: string }
/** `ownChain`: the reader's own team of today and those above it. */
export type ObjectiveReader = Pick<Actor, 'kind' | 'personId' | 'roles' | 'reachTeamIds' | 'settings'> & {
  readonly ownChain: readonly string[]
}

function isLeading(reader: Pick<Actor, 'kind' | 'roles'>): boolean {
  return reader.kind !== 'person' || hasRole(reader, 'executive') || hasRole(reader, 'administrator')
}

function isOwner(reader: Pick<Actor, 'personId'>, objective: ObjectiveRecord): boolean {
  return reader.personId !== null && reader.personId === objective.ownerId
}

/**
 * The organization's own are everybody's. A team's are seen as its results are: by everybody, or, where results are shown within reach
 * only, by its people and those of the teams below, by managers whose reach covers it, by its owner, and by those who lead the organization.
 */
export function canSeeObjective(reader: ObjectiveReader, objective: ObjectiveRecord): boolean {
  const { teamId } = objective
  if (teamId === null || isLeading(reader) || isOwner(reader, objective) || reader.settings.verifiedVisibility === 'everyone') return true
  return reader.ownChain.includes(teamId) || reader.reachTeamIds.includes(teamId)
}

/** Executives and administrators set any; managers those of teams within reach. Owning one is answering for it, not setting it. */
export function mayEditObjective(
  reader: Pick<Actor, 'kind' | 'roles' | 'reachTeamIds'>,
  { teamId }: Pick<ObjectiveRecord, 'teamId'>,
): boolean {
  return isLeading(reader) || (teamId !== null && reader.reachTeamIds.includes(teamId))
}

/**
 * Amounts of money behind an objective, as values of results are shown: within reach, or to everybody where the organization says so;
 * and to whoever owns it. The rest see whole per cent. A count of results is everybody's.
 */
export function mayKnowAmounts(reader: ObjectiveReader, objective: ObjectiveRecord & { readonly measure: 'results' | 'value' }): boolean {
  if (objective.measure === 'results' || reader.kind !== 'person' || hasRole(reader, 'executive')) return true
  if (reader.settings.valueVisibility === 'everyone' || isOwner(reader, objective)) return true
  return objective.teamId !== null && reader.reachTeamIds.includes(objective.teamId)
}

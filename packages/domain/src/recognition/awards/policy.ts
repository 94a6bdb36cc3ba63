import type { Actor } from '../../organizations/schema.ts'
import { type AwardStanding, isOpenToOthers, isToldOf } from './rules.ts'

type Reader = Pick<Actor, 'kind' | 'personId' | 'reachTeamIds'>

export type AwardRecord = AwardStanding & {
  readonly giverId: string
  readonly recipientIds: readonly string[]
  /** The team recognised, or that of the person recognised, of today. */
  readonly teamId: string | null
  readonly isUnderReview: boolean
  readonly isRevoked: boolean
  /** Within its undo: as if it had never been given. */
  readonly isTakenBack: boolean
  readonly isHidden: boolean
}

/** A manager whose reach covers whom it is for; never for themself. */
export function mayGiveAward(
  reader: Reader,
  { personId, teamId }: { readonly personId: string | null; readonly teamId: string | null },
): boolean {
  return reader.kind === 'person' && reader.personId !== personId && teamId !== null && reader.reachTeamIds.includes(teamId)
}

export function concernsAward(reader: Reader, { giverId, recipientIds }: AwardRecord): boolean {
  return reader.kind === 'person' && reader.personId !== null && (reader.personId === giverId || recipientIds.includes(reader.personId))
}

/** They lead those whom it is for. */
export function leadsAward(reader: Reader, { teamId }: AwardRecord): boolean {
  return reader.kind === 'person' && teamId !== null && reader.reachTeamIds.includes(teamId)
}

/** Its giver; its recipients once told; then those who lead them; everybody else only what stands and is not hidden. `now`: milliseconds since 1970. */
export function maySeeAward(reader: Reader, award: AwardRecord, now: number): boolean {
  if (reader.kind !== 'person' || reader.personId === null || award.isTakenBack) return false
  if (reader.personId === award.giverId) return true
  if (award.recipientIds.includes(reader.personId)) return isToldOf(award, now)
  if (!isOpenToOthers(award, now)) return false
  return leadsAward(reader, award) || (!award.isRevoked && !award.isUnderReview && !award.isHidden)
}

/** Whoever gave it, and who leads those whom it is for, but for themself. */
export function mayRevokeAward(reader: Reader, award: AwardRecord, now: number): boolean {
  if (award.isRevoked || award.isTakenBack || !maySeeAward(reader, award, now)) return false
  if (reader.personId === award.giverId) return true
  return leadsAward(reader, award) && !award.recipientIds.includes(reader.personId ?? '')
}

import type { Day } from '../../time/day.ts'
import type { OwnStanding } from '../schema.ts'

/** One person's part in one program, as it is kept. Leaving keeps the row: a cohort counts those who left as censored, not as failed. */
export type Participation = {
  readonly isInvited: boolean
  /** Said no, or left after having been invited. */
  readonly hasDeclined: boolean
  readonly joinedOn: Day | null
  readonly leftOn: Day | null
}

export function isTakingPart({ joinedOn, leftOn }: Pick<Participation, 'joinedOn' | 'leftOn'>): boolean {
  return joinedOn !== null && leftOn === null
}

/** To the person themself. */
export function ownStanding(part: Participation | null): OwnStanding {
  if (part === null) return 'none'
  if (isTakingPart(part)) return 'taking-part'
  return part.isInvited && !part.hasDeclined ? 'invited' : 'none'
}

/**
 * To owner and coaches. Somebody invited who has not answered, said no, or left after having joined, is told apart by nothing; somebody
 * who joined unasked and left was never there.
 */
export function shownToCoaches(part: Participation): { readonly isTakingPart: boolean } | null {
  if (isTakingPart(part)) return { isTakingPart: true }
  return part.isInvited ? { isTakingPart: false } : null
}

/** How many take part, as far as this reader may know; null: too few to be a number. None and few are the same. */
export function countShown(count: number, knowsThem: boolean, smallestGroup: number): number | null {
  return knowsThem || count >= smallestGroup ? count : null
}

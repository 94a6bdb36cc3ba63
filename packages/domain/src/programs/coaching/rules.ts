/** Who coaches, and who takes part now. */
export type Coaching = { readonly coachIds: readonly string[]; readonly participantIds: readonly string[] }
/** The two whom a note concerns. */
export type Pair = { readonly coachId: string; readonly personId: string; readonly isFromCoach: boolean }

/**
 * Between whom a note from one person to another stands; null: they are no coach and participant of the program. Whoever coaches and takes part
 * too writes to another coach as somebody who takes part.
 */
export function pairOf(fromId: string, toId: string, { coachIds, participantIds }: Coaching): Pair | null {
  if (fromId === toId) return null
  if (participantIds.includes(fromId) && coachIds.includes(toId)) return { coachId: toId, personId: fromId, isFromCoach: false }
  if (coachIds.includes(fromId) && participantIds.includes(toId)) return { coachId: fromId, personId: toId, isFromCoach: true }
  return null
}

import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { RemoveNoteInput } from '@oeuvre/domain/programs/coaching/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'

/** One's own note, taken back or put back. @throws DomainError not-found (also another's) */
export function removeNote(ctx: CommandContext, { id, noteId, isRemoved }: RemoveNoteInput): Promise<{ id: string }> {
  const { organizationId, personId } = ctx.actor
  return mutate(ctx, async (tx) => {
    const done =
      await tx.run(sql`UPDATE program_note SET removed_at = CASE WHEN ${isRemoved} THEN coalesce(removed_at, ${ctx.now}::timestamptz) END
      WHERE organization_id = ${organizationId}::uuid AND program_id = ${id}::uuid AND id = ${noteId}::uuid
        AND CASE WHEN is_from_coach THEN coach_id ELSE person_id END = ${personId}::uuid`)
    if (done === 0) throw new DomainError('not-found')
    return { id: noteId }
  })
}

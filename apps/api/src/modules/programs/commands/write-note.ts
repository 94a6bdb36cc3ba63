import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { pairOf } from '@oeuvre/domain/programs/coaching/rules'
import type { WriteNoteInput } from '@oeuvre/domain/programs/coaching/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { listParticipants } from '../queries/list-notes.ts'
import { listRows } from '../repo.ts'

/**
 * A coach to somebody who takes part, or the other way round. No event of it: the log would tell who takes part. The other is told by
 * a job, in the name of nobody.
 * @throws DomainError not-found (program, or the two are no coach and participant of it)
 */
export function writeNote(ctx: CommandContext, { id, noteId, withId, words }: WriteNoteInput): Promise<{ id: string }> {
  const { actor, now } = ctx
  return mutate(ctx, async (tx, _emit, { enqueue }) => {
    const [row] = await listRows(tx, actor, id)
    if (!row || actor.personId === null) throw new DomainError('not-found')
    const participantIds = (await listParticipants(tx, actor, id)).map((one) => one.id)
    const pair = pairOf(actor.personId, withId, { coachIds: row.coaches.map((one) => one.id), participantIds })
    if (!pair) throw new DomainError('not-found')
    await tx.run(sql`INSERT INTO program_note (organization_id, id, program_id, coach_id, person_id, is_from_coach, words, at)
      VALUES (${actor.organizationId}::uuid, ${noteId}::uuid, ${id}::uuid, ${pair.coachId}::uuid, ${pair.personId}::uuid, ${pair.isFromCoach}, ${words},
        ${now}::timestamptz) ON CONFLICT DO NOTHING`)
    await enqueue('tell-coaching', {})
    return { id: noteId }
  })
}

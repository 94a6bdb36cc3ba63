import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { ProgramEvent } from '@oeuvre/domain/programs/events'
import { knowsParticipants } from '@oeuvre/domain/programs/policy'
import type { InvitePeopleInput } from '@oeuvre/domain/programs/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { recordOf } from '../present.ts'
import { listRows } from '../repo.ts'

/**
 * Owner and coaches invite. Whoever said no, or left after having been invited, is not asked again, and who invites cannot tell.
 * @throws DomainError not-found (program, or one of the people), forbidden, program-ended
 */
export function invitePeople(ctx: CommandContext, { id, personIds }: InvitePeopleInput): Promise<{ id: string }> {
  const { actor, now } = ctx
  const { organizationId, personId, today } = actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    const [row] = await listRows(tx, actor, id)
    if (!row) throw new DomainError('not-found')
    if (!knowsParticipants(actor, recordOf(row))) throw new DomainError('forbidden')
    if (row.isArchived || row.to < today) throw new DomainError('program-ended')
    const wanted = [...new Set(personIds)]
    const found = await tx.rows(sql`SELECT id FROM person WHERE organization_id = ${organizationId}::uuid AND id = ANY (${wanted}::uuid[])
      AND status = 'active' AND (left_on IS NULL OR left_on > ${today}::date)`)
    if (found.length !== wanted.length) throw new DomainError({ code: 'not-found', field: 'personIds' })
    // Who joined unasked and left starts afresh: to the inviter they were never there.
    await tx.run(sql`INSERT INTO program_participant (organization_id, program_id, person_id, invited_at, invited_by_id)
      SELECT ${organizationId}::uuid, ${id}::uuid, x, ${now}::timestamptz, ${personId}::uuid FROM unnest(${wanted}::uuid[]) AS x
      ON CONFLICT (organization_id, program_id, person_id) DO UPDATE SET invited_at = excluded.invited_at, invited_by_id = excluded.invited_by_id
        WHERE program_participant.invited_at IS NULL AND program_participant.left_on IS NOT NULL`)
    emit({ type: 'program.invited', subject: { kind: 'program', id }, payload: { personIds: wanted } } satisfies ProgramEvent)
    ledger.touchFacts()
    return { id }
  })
}

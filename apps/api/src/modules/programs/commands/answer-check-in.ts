import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { AnswerCheckInInput } from '@oeuvre/domain/programs/check-ins/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'

/**
 * Whoever takes part answers what they were asked; again, it is another answer. No event: see `ProgramEvent`.
 * @throws DomainError not-found (program, or a question that was not asked of them)
 */
export function answerCheckIn(ctx: CommandContext, { id, days, use, wish, words }: AnswerCheckInInput): Promise<{ id: string }> {
  const { organizationId, personId } = ctx.actor
  return mutate(ctx, async (tx, _emit, { enqueue }) => {
    const answered = await tx.run(sql`
      UPDATE program_check_in x SET answered_at = ${ctx.now}::timestamptz, use = ${use}, wish = ${wish}, words = ${words}, told_at = NULL
      FROM program_participant p WHERE x.organization_id = ${organizationId}::uuid AND x.program_id = ${id}::uuid AND x.person_id = ${personId}::uuid
        AND x.days = ${days}::int AND p.organization_id = x.organization_id AND p.program_id = x.program_id AND p.person_id = x.person_id AND p.left_on IS NULL`)
    if (answered === 0) throw new DomainError('not-found')
    await enqueue('tell-coaching', {})
    return { id }
  })
}

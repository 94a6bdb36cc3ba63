import { sql } from '@oeuvre/db/sql'
import type { ProgramEvent } from '@oeuvre/domain/programs/events'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'

/**
 * Tells coaches of answers, and either of the two of notes, that they were not told of yet. As the system, by an event that names the program and
 * nobody: the log is kept for good, and shall not tell who takes part.
 */
export function tellCoaching(ctx: CommandContext): Promise<{ programs: number }> {
  const org = sql`${ctx.actor.organizationId}::uuid`
  return mutate(ctx, async (tx, emit) => {
    const programs = await tx.rows<{ id: string }>(sql`WITH notes AS (
        UPDATE program_note SET told_at = ${ctx.now}::timestamptz WHERE organization_id = ${org} AND told_at IS NULL AND removed_at IS NULL RETURNING program_id),
      answers AS (
        UPDATE program_check_in SET told_at = ${ctx.now}::timestamptz WHERE organization_id = ${org} AND told_at IS NULL AND answered_at IS NOT NULL RETURNING program_id)
      SELECT program_id AS id FROM notes UNION SELECT program_id FROM answers`)
    for (const { id } of programs) emit({ type: 'program.coached', subject: { kind: 'program', id }, payload: {} } satisfies ProgramEvent)
    return { programs: programs.length }
  })
}

import { sql } from '@oeuvre/db/sql'
import { askedWithin } from '@oeuvre/domain/programs/check-ins/rules'
import { checkInDays } from '@oeuvre/domain/programs/check-ins/schema'
import type { ProgramEvent } from '@oeuvre/domain/programs/events'
import { localDay } from '@oeuvre/domain/time/calendar'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'

/** Monday mornings: one question a week at most, and no day that would tell when somebody joined. */
export const checkInCron = '41 7 * * 1'

/**
 * Asks whoever takes part after 30, 90 and 180 days. The event is of every program that has begun, whether anybody was asked or not:
 * the log is kept for good, and shall not tell that somebody takes part.
 */
export function askCheckIns(ctx: CommandContext): Promise<{ asked: number }> {
  const { organizationId, settings } = ctx.actor
  const today = localDay(ctx.now.getTime(), settings.timeZone)
  return mutate(ctx, async (tx, emit) => {
    const org = sql`${organizationId}::uuid`
    const asked = await tx.run(sql`
      INSERT INTO program_check_in (organization_id, program_id, person_id, days, asked_at)
      SELECT p.organization_id, p.program_id, p.person_id, d.days, ${ctx.now}::timestamptz
      FROM program_participant p JOIN program o ON o.organization_id = p.organization_id AND o.id = p.program_id
      JOIN person m ON m.organization_id = p.organization_id AND m.id = p.person_id
      JOIN unnest(${[...checkInDays]}::int[]) AS d(days) ON ${today}::date - p.joined_on BETWEEN d.days AND d.days + ${askedWithin - 1}::int
      WHERE p.organization_id = ${org} AND p.left_on IS NULL AND o.archived_at IS NULL AND m.status = 'active' AND (m.left_on IS NULL OR m.left_on > ${today}::date)
      ON CONFLICT DO NOTHING`)
    const begun = await tx.rows<{ id: string }>(sql`
      SELECT id FROM program WHERE organization_id = ${org} AND archived_at IS NULL AND from_day <= ${today}::date
        AND to_day + ${(checkInDays.at(-1) ?? 0) + askedWithin}::int >= ${today}::date`)
    for (const { id } of begun)
      emit({ type: 'program.check-ins-asked', subject: { kind: 'program', id }, payload: {} } satisfies ProgramEvent)
    return { asked }
  })
}

import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import { localDay } from '@oeuvre/domain/time/calendar'
import { keeping } from '@oeuvre/domain/time/keeping'
import type { CommandContext } from '../../../platform/mutate.ts'

/** What whoever left had answered and written, and what was written to them: nobody sees it since, and whoever comes back in time finds it again. */
export function eraseCheckIns({ db, actor, now }: CommandContext): Promise<number> {
  const org = sql`${actor.organizationId}::uuid`
  const today = localDay(now.getTime(), actor.settings.timeZone)
  const hasLeft = sql`p.organization_id = x.organization_id AND p.program_id = x.program_id AND p.person_id = x.person_id
    AND p.left_on < ${today}::date - ${keeping.checkIn.days}::int`
  return write(db, actor.organizationId, async (tx) => {
    await tx.run(sql`DELETE FROM program_note x USING program_participant p WHERE x.organization_id = ${org} AND ${hasLeft}`)
    await tx.run(sql`DELETE FROM program_note WHERE organization_id = ${org}
      AND removed_at < ${now}::timestamptz - make_interval(days => ${keeping.removedNote.days}::int)`)
    return tx.run(sql`DELETE FROM program_check_in x USING program_participant p WHERE x.organization_id = ${org} AND ${hasLeft}`)
  })
}

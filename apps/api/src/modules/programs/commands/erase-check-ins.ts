import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import { localDay } from '@oeuvre/domain/time/calendar'
import { keeping } from '@oeuvre/domain/time/keeping'
import type { CommandContext } from '../../../platform/mutate.ts'

/** What whoever left had answered: nobody sees it since, and whoever comes back in time finds it again. */
export function eraseCheckIns({ db, actor, now }: CommandContext): Promise<number> {
  const today = localDay(now.getTime(), actor.settings.timeZone)
  return write(db, actor.organizationId, (tx) =>
    tx.run(sql`
      DELETE FROM program_check_in x USING program_participant p WHERE x.organization_id = ${actor.organizationId}::uuid AND p.organization_id = x.organization_id
        AND p.program_id = x.program_id AND p.person_id = x.person_id AND p.left_on < ${today}::date - ${keeping.checkIn.days}::int`),
  )
}

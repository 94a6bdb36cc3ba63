import { sql } from '@oeuvre/db/sql'
import { type Tx, write } from '@oeuvre/db/tenant'
import { digestsDue, monthLetter, preferencesOf } from '@oeuvre/domain/notifications/rules'
import { daysBetween, localDay } from '@oeuvre/domain/time/calendar'
import type { CommandContext } from '../../../platform/mutate.ts'
import { canSignIn } from '../../outcomes/queries/load-chains.ts'

/** Every quarter of an hour: the morning is another hour in each zone. */
export const digestCron = '*/15 * * * *'
/** A morning that no server saw is made up for so many days. */
const lateDays = 2

type Person = {
  readonly id: string
  readonly choices: Record<string, unknown>
  readonly hasDaily: boolean
  readonly hasWeekly: boolean
  readonly mayWait: boolean
  /** Anything came on stage in the month that ended; whether they may read it is asked when it is written. */
  readonly hasStories: boolean
}
type Due = { readonly person_id: string; readonly key: string; readonly cadence: 'daily' | 'weekly' | 'monthly' }

/**
 * The mail of the day and of the week. A morning has a key, so it goes out once to each person, whatever the clock does; what one mail
 * carries, no other does.
 */
export function gatherMail(ctx: CommandContext): Promise<number> {
  const { organizationId } = ctx.actor
  return write(ctx.db, organizationId, async (tx) => {
    const due = (await listPeople(tx, ctx)).flatMap((person) => dueFor(ctx, person))
    if (due.length === 0) return 0
    const mails = await tx.rows<{ id: string }>(sql`
      INSERT INTO mail (organization_id, person_id, key, cadence, due_at)
      SELECT ${organizationId}::uuid, d.person_id, d.key, d.cadence, ${ctx.now} FROM jsonb_to_recordset(${JSON.stringify(due)}::jsonb) AS d(person_id uuid, key text, cadence text)
      ON CONFLICT (organization_id, person_id, key) DO NOTHING RETURNING id`)
    const ids = mails.map(({ id }) => id)
    await tx.run(sql`
      UPDATE notification n SET mail_id = m.id FROM mail m WHERE m.organization_id = ${organizationId}::uuid AND m.id = ANY (${ids}::uuid[])
        AND n.organization_id = m.organization_id AND n.person_id = m.person_id AND n.mail_id IS NULL AND n.read_at IS NULL
        AND n.cadence = m.cadence`)
    for (const mailId of ids) await ctx.enqueue(tx, 'send-mail', { organizationId, mailId })
    return ids.length
  })
}

/** Those who can sign in, with whether there is something for them: unread and not mailed, or a part in what may wait. */
function listPeople(tx: Tx, { actor, now }: CommandContext): Promise<Person[]> {
  const month = monthLetter(now.getTime(), actor.settings.timeZone, actor.settings)
  const fresh = sql`FROM notification n WHERE n.organization_id = p.organization_id AND n.person_id = p.id AND n.mail_id IS NULL AND n.read_at IS NULL`
  return tx.rows<Person>(sql`
    SELECT p.id, coalesce(np.choices, '{}') AS choices, EXISTS (SELECT ${fresh} AND n.cadence = 'daily') AS "hasDaily",
      EXISTS (SELECT ${fresh} AND n.cadence = 'weekly') AS "hasWeekly",
      EXISTS (SELECT FROM team_manager tm WHERE tm.organization_id = p.organization_id AND tm.person_id = p.id)
        OR EXISTS (SELECT FROM role_grant r WHERE r.organization_id = p.organization_id AND r.person_id = p.id AND r.role = 'reviewer')
        OR EXISTS (SELECT FROM outcome o WHERE o.organization_id = p.organization_id AND o.author_id = p.id AND o.state = 'changes-requested') AS "mayWait",
      EXISTS (SELECT FROM stage_story s WHERE s.organization_id = p.organization_id AND s.down_at IS NULL AND s.standing = 'agreed'
        AND s.from_day BETWEEN ${month.from}::date AND ${month.to}::date) AS "hasStories"
    FROM person p LEFT JOIN notification_preference np ON np.organization_id = p.organization_id AND np.person_id = p.id
    WHERE p.organization_id = ${actor.organizationId}::uuid AND ${canSignIn(sql`${actor.today}::date`)}`)
}

function dueFor({ actor, now }: CommandContext, person: Person): Due[] {
  const { timeZone } = actor.settings
  const { digestDay, isDigestOn, isStageOn } = preferencesOf(person.choices)
  const month = monthLetter(now.getTime(), timeZone, actor.settings)
  const { daily, weekly } = digestsDue(now.getTime(), timeZone, digestDay)
  const isStill = (day: string) => daysBetween(day, localDay(now.getTime(), timeZone)) <= lateDays
  return [
    ...(person.hasDaily && isStill(daily) ? [{ person_id: person.id, key: `daily:${daily}`, cadence: 'daily' as const }] : []),
    ...(isStill(weekly) && (person.hasWeekly || (isDigestOn && person.mayWait))
      ? [{ person_id: person.id, key: `weekly:${weekly}`, cadence: 'weekly' as const }]
      : []),
    ...(month.isDue && isStill(month.morning) && isStageOn && person.hasStories
      ? [{ person_id: person.id, key: `monthly:${month.to}`, cadence: 'monthly' as const }]
      : []),
  ]
}

import { sql } from '@oeuvre/db/sql'
import { type Tx, write } from '@oeuvre/db/tenant'
import { kindOfTopic, mailedFrom, type Telling, tellingsOf } from '@oeuvre/domain/notifications/rules'
import type { Cadence, Topic } from '@oeuvre/domain/notifications/schema'
import { liveChannel } from '../../../platform/live.ts'
import type { CommandContext } from '../../../platform/mutate.ts'
import { audiences, type EventRow, listEvents, listFollowing, listReachable, loadAbout } from '../queries/list-audiences.ts'
import { loadPreferences } from '../queries/load-preferences.ts'

export type Teller = CommandContext & { readonly hasMail: boolean }

type Told = {
  readonly event_id: string
  readonly person_id: string
  readonly topic: Topic
  readonly subject_kind: string
  readonly subject_id: string
  readonly by_id: string | null
  readonly at: string
}
type Row = Told & { readonly is_shown: boolean; readonly cadence: Cadence; readonly count: number | null }
type Made = { readonly id: string; readonly personId: string; readonly isShown: boolean; readonly cadence: Cadence }

/**
 * Notices of what happened, for everybody concerned but whoever did it: any number of times, each person is told once of each event. One
 * mail to a person for all that a command did.
 */
export function tellPeople(ctx: Teller, eventIds: readonly string[]): Promise<number> {
  const { organizationId } = ctx.actor
  return write(ctx.db, organizationId, async (tx) => {
    const told = await whomToTell(tx, ctx, eventIds)
    const made = await insertNotices(tx, ctx, told)
    for (const personId of new Set(made.filter((n) => n.isShown).map((n) => n.personId))) {
      const newest = made.filter((n) => n.isShown && n.personId === personId).at(-1)
      await tx.run(sql`SELECT pg_notify(${liveChannel}, ${JSON.stringify({ o: organizationId, p: personId, n: newest?.id ?? null })})`)
    }
    await askForMail(tx, ctx, made, eventIds[0] ?? '')
    return made.length
  })
}

function subjectOf(event: EventRow, telling: Telling): string {
  const about = telling.about === undefined ? undefined : event.payload[telling.about]
  return typeof about === 'string' ? about : event.subjectId
}

async function whomToTell(tx: Tx, ctx: Teller, eventIds: readonly string[]): Promise<Told[]> {
  const { actor } = ctx
  const happened = await listEvents(tx, actor.organizationId, eventIds)
  const events = [...happened, ...(await listFollowing(tx, actor.organizationId, happened))].filter((event) => !event.isUndone)
  const tellings = events.flatMap((event) =>
    tellingsOf(event, event.actorKind).map((telling) => ({ event, telling, subjectId: subjectOf(event, telling) })),
  )
  const ofOutcomes = tellings
    .filter(({ event }) => event.subjectKind === 'outcome')
    .flatMap(({ event, subjectId }) => [event.subjectId, subjectId])
  const outcomes = await loadAbout(tx, actor, ofOutcomes)
  const find = audiences(tx, actor)
  const told = new Map<string, Told>()
  for (const { event, telling, subjectId } of tellings)
    for (const audience of telling.to)
      for (const personId of await find(event, audience, outcomes.get(telling.isForSubject ? event.subjectId : subjectId) ?? null)) {
        // Two results made one are one piece of news.
        const key = kindOfTopic[telling.topic] === 'split' ? `${personId} split` : `${personId} ${event.id}`
        if (personId === event.byId || told.has(key)) continue
        const subject = { subject_kind: event.subjectKind, subject_id: subjectId }
        const event_id = event.id
        const by_id = telling.isUnnamed ? null : event.byId
        told.set(key, { event_id, person_id: personId, topic: telling.topic, ...subject, by_id, at: event.at.toISOString() })
      }
  const reachable = await listReachable(tx, actor, [...new Set([...told.values()].map((t) => t.person_id))])
  return [...told.values()].filter((t) => reachable.has(t.person_id))
}

async function insertNotices(tx: Tx, ctx: Teller, told: readonly Told[]): Promise<Made[]> {
  if (told.length === 0) return []
  const { organizationId } = ctx.actor
  const preferences = await loadPreferences(tx, organizationId, [...new Set(told.map((t) => t.person_id))])
  const counts = await countImported(tx, organizationId, told)
  const rows = told.map((t): Row => {
    const { app, mail } = preferences(t.person_id).choices[kindOfTopic[t.topic]]
    return { ...t, is_shown: app, cadence: ctx.hasMail ? mail : 'never', count: counts.get(`${t.subject_id} ${t.person_id}`) ?? null }
  })
  return tx.rows<Made>(sql`
    INSERT INTO notification (organization_id, person_id, event_id, topic, subject_kind, subject_id, by_id, at, is_shown, cadence, count)
    SELECT ${organizationId}::uuid, r.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(person_id uuid, event_id uuid, topic text,
      subject_kind text, subject_id uuid, by_id uuid, at timestamptz, is_shown boolean, cadence text, count int)
    ON CONFLICT (organization_id, event_id, person_id) DO NOTHING
    RETURNING id, person_id AS "personId", is_shown AS "isShown", cadence`)
}

/** Of an import: each person's results in it. */
async function countImported(tx: Tx, organizationId: string, told: readonly Told[]): Promise<ReadonlyMap<string, number>> {
  const imports = [...new Set(told.filter((t) => t.topic === 'imported').map((t) => t.subject_id))]
  if (imports.length === 0) return new Map()
  const rows = await tx.rows<{ key: string; n: number }>(sql`
    SELECT o.import_id || ' ' || c.person_id AS key, count(*)::int AS n FROM outcome o
    JOIN contributor c ON c.organization_id = o.organization_id AND c.outcome_id = o.id
    WHERE o.organization_id = ${organizationId}::uuid AND o.import_id = ANY (${imports}::uuid[]) GROUP BY 1`)
  return new Map(rows.map(({ key, n }) => [key, n]))
}

async function askForMail(tx: Tx, ctx: Teller, made: readonly Made[], eventId: string): Promise<void> {
  const { organizationId, settings } = ctx.actor
  const atOnce = Map.groupBy(
    made.filter((n) => n.cadence === 'at-once'),
    (n) => n.personId,
  )
  if (atOnce.size === 0) return
  const preferences = await loadPreferences(tx, organizationId, [...atOnce.keys()])
  for (const [personId, notices] of atOnce) {
    const due = new Date(mailedFrom(ctx.now.getTime(), settings.timeZone, preferences(personId)))
    const mail = await tx.one<{ id: string }>(sql`
      INSERT INTO mail (organization_id, person_id, key, cadence, due_at) VALUES (${organizationId}::uuid, ${personId}::uuid, ${`at-once:${eventId}`}, 'at-once', ${due})
      ON CONFLICT (organization_id, person_id, key) DO NOTHING RETURNING id`)
    if (!mail) continue
    await tx.run(sql`
      UPDATE notification SET mail_id = ${mail.id}::uuid WHERE organization_id = ${organizationId}::uuid AND id = ANY (${notices.map((n) => n.id)}::uuid[])`)
    await ctx.enqueue(tx, 'send-mail', { organizationId, mailId: mail.id }, (due.getTime() - ctx.now.getTime()) / 1000)
  }
}

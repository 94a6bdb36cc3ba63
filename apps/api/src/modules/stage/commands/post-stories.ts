import { type Sql, sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { messageFor } from '@oeuvre/domain/stage/channel/rules'
import { localMinutes } from '@oeuvre/domain/time/calendar'
import { JobFailure } from '../../../platform/jobs.ts'
import { mailEn } from '../../../platform/mail/words-en.ts'
import { mailFr } from '../../../platform/mail/words-fr.ts'
import type { CommandContext } from '../../../platform/mutate.ts'
import type { OutsideAnswer } from '../../../platform/outside/safe-fetch.ts'
import type { Deps } from '../../../trpc/context.ts'
import { type ChannelRow, findChannel, unreadable } from '../queries/get-channel.ts'
import { tellAll } from '../queries/get-front.ts'
import { isShown, loadStories } from '../repo.ts'

/** Every quarter of an hour: eight o'clock is another hour in each zone. */
export const postCron = '*/15 * * * *'
const eight = 8 * 60
const lateDays = 7
const [triesMinutes, dayMinutes] = [12, 24 * 60]

export type Posting = CommandContext & Pick<Deps, 'outside' | 'seal' | 'baseUrl'>

/**
 * Tells the organization's channel of stories that came on stage, from eight in the morning on; each is claimed before it goes out, so that
 * none is told twice. Only where everybody may see results, and only what they could read: title and teams, no person, client or value. What the
 * other side did not take comes again at the next turn, and administrators are shown why.
 */
export async function postStories(ctx: Posting): Promise<void> {
  const { organizationId, settings } = ctx.actor
  if (ctx.outside === null || settings.verifiedVisibility !== 'everyone') return
  if (localMinutes(ctx.now.getTime(), settings.timeZone) < eight) return
  const channel = await read(ctx.db, organizationId, (tx) => findChannel(tx, organizationId))
  if (!channel) return
  const url = ctx.seal.open(channel.sealed, organizationId)
  if (url === null) return sayUnreadable(ctx, channel)
  for (const id of await claim(ctx, channel)) {
    const answer = await post(ctx, channel, { id, url, outside: ctx.outside })
    if (answer === null) continue
    if (answer.kind !== 'refused')
      await keep(ctx, sql`sent_at = ${ctx.now}::timestamptz, failed_at = NULL, failure = NULL, failure_status = NULL`)
    else {
      await release(ctx, id)
      await keep(
        ctx,
        sql`failed_at = ${ctx.now}::timestamptz, failure = ${answer.reason}, failure_status = ${answer.status ?? null}::smallint`,
      )
    }
  }
}

/**
 * The server's secret is another one: administrators read so where the address is set, and among the jobs that failed, once a day; its tries
 * fail as well. @throws JobFailure secret-changed
 */
async function sayUnreadable(ctx: Posting, { failure, failedAt }: ChannelRow): Promise<void> {
  const minutes = failure === unreadable && failedAt ? (ctx.now.getTime() - failedAt.getTime()) / 60_000 : null
  if (minutes !== null && minutes > triesMinutes && minutes < dayMinutes) return
  if (minutes === null || minutes >= dayMinutes)
    await keep(ctx, sql`failed_at = ${ctx.now}::timestamptz, failure = ${unreadable}, failure_status = NULL`)
  throw new JobFailure('secret-changed')
}

function claim({ db, actor, now }: Posting, { setAt }: ChannelRow): Promise<readonly string[]> {
  return write(db, actor.organizationId, async (tx) => {
    const rows = await tx.rows<{ id: string }>(sql`UPDATE stage_story x SET posted_at = ${now}::timestamptz FROM (
        SELECT s.id FROM stage_story s JOIN outcome o ON o.organization_id = s.organization_id AND o.id = s.outcome_id
        WHERE s.organization_id = ${actor.organizationId}::uuid AND ${isShown(actor)} AND s.posted_at IS NULL
          AND s.from_day > ${actor.today}::date - ${lateDays}::int AND s.from_day >= (${setAt}::timestamptz AT TIME ZONE ${actor.settings.timeZone})::date
        ORDER BY s.from_day, s.id LIMIT 5) due
      WHERE x.organization_id = ${actor.organizationId}::uuid AND x.id = due.id AND x.posted_at IS NULL RETURNING x.id`)
    return rows.map(({ id }) => id)
  })
}

type To = { readonly id: string; readonly url: string; readonly outside: NonNullable<Deps['outside']> }

async function post(ctx: Posting, { kind, language }: ChannelRow, { id, url, outside }: To): Promise<OutsideAnswer | null> {
  const { actor, now, baseUrl } = ctx
  const [story] = await read(ctx.db, actor.organizationId, async (tx) => tellAll(tx, { actor, now }, await loadStories(tx, actor, [id])))
  if (!story) return null
  const w = language === 'fr' ? mailFr : mailEn
  const teams = story.teams.map(({ name }) => name).join(', ')
  const text = [w.posted(story.title), teams].filter((part) => part !== '').join(' · ')
  const json = messageFor(kind, { text, label: w.readStory, url: `${baseUrl}/${actor.settings.slug}/stage/${id}` })
  return outside({ url, accept: [], json })
}

async function release({ db, actor }: Posting, id: string): Promise<void> {
  await write(db, actor.organizationId, (tx) =>
    tx.run(sql`UPDATE stage_story SET posted_at = NULL WHERE organization_id = ${actor.organizationId}::uuid AND id = ${id}::uuid`),
  )
}

async function keep({ db, actor }: Posting, change: Sql): Promise<void> {
  await write(db, actor.organizationId, (tx) =>
    tx.run(sql`UPDATE stage_channel SET ${change} WHERE organization_id = ${actor.organizationId}::uuid`),
  )
}

import { type Sql, sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import type { Language } from '@oeuvre/domain/organizations/schema'
import { undoMinutes } from '@oeuvre/domain/outcomes/review/rules'
import type { Standing } from '@oeuvre/domain/stage/schema'
import { languageOfPerson } from '../../../platform/mail/language-of-person.ts'
import { asHtml, asText, type Letter } from '../../../platform/mail/layout.ts'
import type { Mailer, Message } from '../../../platform/mail/mailer.ts'
import { sendClaimed } from '../../../platform/mail/send-claimed.ts'
import { mailEn } from '../../../platform/mail/words-en.ts'
import { mailFr } from '../../../platform/mail/words-fr.ts'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { newSecret } from '../../../platform/tokens.ts'
import { settle } from './answer-story.ts'

export type Asking = CommandContext & { readonly mailer: Mailer | null; readonly baseUrl: string }
type Question = {
  readonly storyId: string
  readonly personId: string
  readonly address: string
  readonly name: string
  readonly title: string
  readonly by: string
}
type Claimed = Question & { readonly token: string; readonly language: Language; readonly key: string }

const atOnce = 20
/** One that was claimed for so long was being sent when a server died, and may have arrived: it does not go again. */
const sendingMinutes = 30

/**
 * Asks whoever takes part in a story and has no login, by a link in a mail that answers for as long as the story is not down; once undo of the
 * choice has lapsed. Where no mail can be sent or none is taken, nobody can ask them: they are not waited for any more, and not named.
 * @throws JobFailure: the mail server takes nothing now
 */
export async function askByMail(ctx: Asking): Promise<void> {
  const { mailer } = ctx
  if (!mailer) return giveUp(ctx, sql`k.mail_state = 'waiting'`)
  await set(ctx, sql`mail_state = 'unknown'`, sql`k.mail_state = 'sending' AND k.mailed_at < ${before(ctx, sendingMinutes)}::timestamptz`)
  for (let n = 0; n < atOnce; n++) {
    const claimed = await claim(ctx)
    if (!claimed) return
    const one = sql`k.story_id = ${claimed.storyId}::uuid AND k.person_id = ${claimed.personId}::uuid AND k.mail_state = 'sending'`
    await sendClaimed(mailer, messageTo(ctx, claimed), async (state) => {
      await (state === 'refused' ? giveUp(ctx, one) : set(ctx, sql`mail_state = ${state}`, one))
    })
  }
}

function before({ now }: Asking, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000)
}

function set({ db, actor }: Asking, change: Sql, which: Sql): Promise<number> {
  return write(db, actor.organizationId, (tx) =>
    tx.run(sql`UPDATE stage_consent k SET ${change} WHERE k.organization_id = ${actor.organizationId}::uuid AND ${which}`),
  )
}

type Open = { readonly id: string; readonly outcomeId: string; readonly before: Standing; readonly toId: string }

/** Nobody can ask them: what waited for them alone goes on. */
function giveUp(ctx: Asking, which: Sql): Promise<void> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit) => {
    const rows = await tx.rows<{ storyId: string }>(sql`UPDATE stage_consent k SET asked_by = 'nobody', mail_state = 'refused'
      WHERE k.organization_id = ${organizationId}::uuid AND ${which} RETURNING k.story_id AS "storyId"`)
    const ids = [...new Set(rows.map(({ storyId }) => storyId))]
    if (ids.length === 0) return
    const open = await tx.rows<Open>(sql`SELECT id, outcome_id AS "outcomeId", standing AS before, chosen_by_id AS "toId" FROM stage_story
      WHERE organization_id = ${organizationId}::uuid AND id = ANY (${ids}::uuid[]) AND down_at IS NULL ORDER BY id`)
    for (const one of open) await settle(ctx, tx, emit, one)
  })
}

/** The next one, of a story that nobody takes back any more. */
function claim(ctx: Asking): Promise<Claimed | null> {
  const { organizationId } = ctx.actor
  const { secret, hash } = newSecret()
  return write(ctx.db, organizationId, async (tx) => {
    const question = await tx.one<Question>(sql`
      SELECT k.story_id AS "storyId", k.person_id AS "personId", p.email AS address, p.name, o.title, b.name AS by FROM stage_consent k
      JOIN stage_story s ON s.organization_id = k.organization_id AND s.id = k.story_id AND s.down_at IS NULL
        AND s.chosen_at <= ${before(ctx, undoMinutes)}::timestamptz
      JOIN outcome o ON o.organization_id = s.organization_id AND o.id = s.outcome_id AND o.state = 'verified'
      JOIN person b ON b.organization_id = s.organization_id AND b.id = s.chosen_by_id
      JOIN person p ON p.organization_id = k.organization_id AND p.id = k.person_id AND p.status = 'active' AND p.email <> ''
        AND (p.left_on IS NULL OR p.left_on > ${ctx.actor.today}::date)
      WHERE k.organization_id = ${organizationId}::uuid AND k.mail_state = 'waiting' AND k.answer IS NULL
      ORDER BY s.chosen_at, k.person_id LIMIT 1 FOR UPDATE OF k SKIP LOCKED`)
    if (!question) return null
    await tx.run(sql`UPDATE stage_consent SET mail_state = 'sending', mailed_at = ${ctx.now}::timestamptz, token_hash = ${hash}
      WHERE organization_id = ${organizationId}::uuid AND story_id = ${question.storyId}::uuid AND person_id = ${question.personId}::uuid`)
    const language = await languageOfPerson(tx, organizationId, question.personId)
    return { ...question, token: `${organizationId}.${secret}`, language, key: Buffer.from(hash.subarray(0, 16)).toString('hex') }
  })
}

function messageTo({ actor, baseUrl }: Asking, { address, name, title, by, token, language, key }: Claimed): Message {
  const w = language === 'fr' ? mailFr : mailEn
  const letter: Letter = {
    language,
    hello: w.hello(name),
    parts: [{ title: null, lines: [{ text: w.asked.text(by, title), url: null }], rest: w.asked.rest }],
    action: { label: w.asked.open, url: `${baseUrl}/story-consent#${token}` },
    why: w.asked.why(actor.settings.name),
    links: [],
  }
  return {
    to: address,
    subject: w.asked.subject(by, actor.settings.name).replace(/\s+/g, ' '),
    text: asText(letter),
    html: asHtml(letter),
    messageId: `<${key}@${new URL(baseUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
  }
}

import { sql } from '@oeuvre/db/sql'
import { type Tx, write } from '@oeuvre/db/tenant'
import type { Language } from '@oeuvre/domain/organizations/schema'
import type { PortfolioEvent } from '@oeuvre/domain/recognition/events'
import { portfolioLimits } from '@oeuvre/domain/recognition/portfolio/schema'
import { languageOfPerson } from '../../../platform/mail/language-of-person.ts'
import { asHtml, asText, type Letter } from '../../../platform/mail/layout.ts'
import type { Mailer, Message } from '../../../platform/mail/mailer.ts'
import { type Settled, sendClaimed } from '../../../platform/mail/send-claimed.ts'
import { mailEn } from '../../../platform/mail/words-en.ts'
import { mailFr } from '../../../platform/mail/words-fr.ts'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { newSecret } from '../../../platform/tokens.ts'

export type WorkSender = CommandContext & { readonly mailer: Mailer | null; readonly baseUrl: string }
type Leaver = { readonly personId: string; readonly name: string; readonly address: string; readonly mailState: string | null }
type Claimed = Leaver & { readonly token: string; readonly language: Language }

/**
 * The link of somebody who left, to the address of their own that they gave before: once, and the address is erased then. Nothing where they
 * gave none, are back, left anew since, or were handed a link meanwhile. `eventId`: of their leaving.
 * @throws JobFailure: the mail server did not take it
 */
export async function mailWork(ctx: WorkSender, eventId: string): Promise<void> {
  const { mailer } = ctx
  if (!mailer) return // whoever administers is offered the link to hand over
  const claimed = await claim(ctx, eventId)
  if (!claimed) return
  const { personId } = claimed
  await sendClaimed(mailer, messageTo(ctx, claimed), (state) => settle(ctx, personId, state))
}

/** Found claimed, it was being sent when a server died, and may have arrived: it does not go again. */
function claim(ctx: WorkSender, eventId: string): Promise<Claimed | null> {
  const { organizationId } = ctx.actor
  const { secret, hash } = newSecret()
  const expiresAt = new Date(ctx.now.getTime() + portfolioLimits.linkDays * 86_400_000)
  return write(ctx.db, organizationId, async (tx) => {
    const leaver = await findLeaver(tx, organizationId, eventId)
    if (!leaver) return null
    if (leaver.mailState === 'sending') {
      await keep(tx, organizationId, leaver.personId, 'unknown')
      return null
    }
    await tx.run(sql`INSERT INTO portfolio_link (organization_id, person_id, token_hash, mail_state, expires_at)
      VALUES (${organizationId}::uuid, ${leaver.personId}::uuid, ${hash}, 'sending', ${expiresAt}::timestamptz)
      ON CONFLICT (organization_id, person_id) DO UPDATE SET token_hash = excluded.token_hash, made_by_id = NULL, mail_state = excluded.mail_state,
        expires_at = excluded.expires_at`)
    const language = await languageOfPerson(tx, organizationId, leaver.personId)
    return { ...leaver, token: `${organizationId}.${secret}`, language }
  })
}

function findLeaver(tx: Tx, organizationId: string, eventId: string): Promise<Leaver | null> {
  return tx.one<Leaver>(sql`SELECT p.id AS "personId", p.name, f.leaving_address AS address, l.mail_state AS "mailState"
    FROM event e JOIN person p ON p.organization_id = e.organization_id AND p.id = e.subject_id AND p.status = 'left'
    JOIN portfolio f ON f.organization_id = p.organization_id AND f.person_id = p.id AND f.leaving_address IS NOT NULL
    LEFT JOIN portfolio_link l ON l.organization_id = p.organization_id AND l.person_id = p.id
    WHERE e.organization_id = ${organizationId}::uuid AND e.id = ${eventId}::uuid AND e.type = 'person.left' AND l.fetched_at IS NULL
      AND NOT EXISTS (SELECT FROM event x WHERE x.organization_id = e.organization_id AND x.subject_kind = 'person' AND x.subject_id = p.id
        AND x.type IN ('person.left', 'person.returned') AND x.id > e.id)
    FOR UPDATE OF f`)
}

async function keep(tx: Tx, organizationId: string, personId: string, state: Settled): Promise<void> {
  await tx.run(sql`UPDATE portfolio_link SET mail_state = ${state} WHERE organization_id = ${organizationId}::uuid AND person_id = ${personId}::uuid
    AND mail_state = 'sending'`)
  if (state !== 'waiting')
    await tx.run(
      sql`UPDATE portfolio SET leaving_address = NULL WHERE organization_id = ${organizationId}::uuid AND person_id = ${personId}::uuid`,
    )
}

function settle(ctx: WorkSender, personId: string, state: Settled): Promise<void> {
  return mutate(ctx, async (tx, emit) => {
    await keep(tx, ctx.actor.organizationId, personId, state)
    if (state === 'sent') emit({ type: 'portfolio.link-mailed', subject: { kind: 'person', id: personId } } satisfies PortfolioEvent)
  })
}

function messageTo({ actor, baseUrl }: WorkSender, { personId, name, address, token, language }: Claimed): Message {
  const w = language === 'fr' ? mailFr : mailEn
  const letter: Letter = {
    language,
    hello: w.hello(name),
    parts: [{ title: null, lines: [{ text: w.work.text(actor.settings.name, portfolioLimits.linkDays), url: null }], rest: null }],
    action: { label: w.work.open, url: `${baseUrl}/take-along#${token}` },
    why: w.work.why(actor.settings.name),
    links: [],
  }
  return {
    to: address,
    subject: w.work.subject(actor.settings.name).replace(/\s+/g, ' '),
    text: asText(letter),
    html: asHtml(letter),
    messageId: `<work-${personId}@${new URL(baseUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
  }
}

import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx, write } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { storedPreferences } from '@oeuvre/domain/notifications/rules'
import { type MailLinkView, noticeKinds, type SavePreferencesInput, type Topic } from '@oeuvre/domain/notifications/schema'
import { hashOf, parseToken } from '../../../platform/tokens.ts'
import type { Context } from '../../../trpc/context.ts'
import { loadPreferences } from '../queries/load-preferences.ts'
import { kindsOf } from '../queries/write-letter.ts'

type Link = MailLinkView & { readonly personId: string }

/** Unknown and made up look the same. @throws DomainError link-invalid */
async function findLink(tx: SqlTx, organizationId: OrganizationId, secret: string): Promise<Link> {
  const row = await tx.one<Pick<Link, 'cadence' | 'personId' | 'organizationName'> & { topics: Topic[] }>(sql`
    SELECT m.cadence, m.person_id AS "personId", o.name AS "organizationName", ARRAY(SELECT DISTINCT n.topic FROM notification n
      WHERE n.organization_id = m.organization_id AND n.mail_id = m.id) AS topics
    FROM mail m JOIN organization o ON o.organization_id = m.organization_id
    WHERE m.organization_id = ${organizationId}::uuid AND m.token_hash = ${hashOf(secret)}`)
  if (!row) throw new DomainError('link-invalid')
  return { personId: row.personId, cadence: row.cadence, organizationName: row.organizationName, kinds: kindsOf(row.topics) }
}

async function opened(ctx: Context, token: string): Promise<{ organizationId: OrganizationId; secret: string }> {
  await ctx.limits.attempt('link', token, ctx.address)
  const parsed = parseToken(token)
  if (!parsed) throw new DomainError('link-invalid')
  return { organizationId: parsed.organizationId as OrganizationId, secret: parsed.secret }
}

/** What the link under a mail would end. */
export async function getMailLink(ctx: Context, { token }: { token: string }): Promise<MailLinkView> {
  const { organizationId, secret } = await opened(ctx, token)
  const { personId: _, ...view } = await read(ctx.db, organizationId, (tx) => findLink(tx, organizationId, secret))
  await ctx.limits.forget('link', token, ctx.address)
  return view
}

/** No more mail of the sort that carried the link, any number of times. The application goes on showing it. */
export async function endMail(ctx: Context, { token }: { token: string }): Promise<void> {
  const { organizationId, secret } = await opened(ctx, token)
  await write(ctx.db, organizationId, async (tx) => {
    const link = await findLink(tx, organizationId, secret)
    const { choices } = (await loadPreferences(tx, organizationId, [link.personId]))(link.personId)
    const ended = link.cadence === 'at-once' ? link.kinds : noticeKinds.filter((kind) => choices[kind].mail === link.cadence)
    const change: SavePreferencesInput = {
      choices: Object.fromEntries(ended.map((kind) => [kind, { mail: 'never' as const }])),
      ...(link.cadence === 'weekly' && { isDigestOn: false }),
      ...(link.cadence === 'monthly' && { isStageOn: false }),
    }
    await tx.run(sql`
      INSERT INTO notification_preference (organization_id, person_id, choices, updated_at)
      VALUES (${organizationId}::uuid, ${link.personId}::uuid, ${JSON.stringify(storedPreferences(change))}::jsonb, ${ctx.now})
      ON CONFLICT (organization_id, person_id) DO UPDATE SET choices = notification_preference.choices || excluded.choices, updated_at = excluded.updated_at`)
  })
  await ctx.limits.forget('link', token, ctx.address)
}

import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { ImpactFilter } from '@oeuvre/domain/impact/schema'
import type { Language } from '@oeuvre/domain/organizations/schema'
import { mayTake } from '@oeuvre/domain/reports/policy'
import { openReader } from '../../../platform/open-reader.ts'
import { hashOf, parseToken } from '../../../platform/tokens.ts'
import type { Context } from '../../../trpc/context.ts'
import type { Me } from '../../identity/queries/get-me.ts'
import { loadPrintView, type PrintedParts } from '../queries/load-print-view.ts'
import { readerContext } from '../queries/reader-context.ts'

/** All that the print view shows, in one answer: it asks for nothing else. */
export type PrintView = PrintedParts & {
  readonly language: Language
  readonly filter: ImpactFilter
  readonly me: Me
  /** Where people reach the server: what is linked on paper leads there. */
  readonly baseUrl: string
}

type Redeemed = { readonly personId: string; readonly filter: unknown; readonly language: Language }

/**
 * Opens one print view, once, for the person whom the token was made for, with their rights of now.
 * @throws DomainError link-invalid: used, too old, made up, or of somebody who may no longer see it
 */
export async function redeemPrint(ctx: Context, { token }: { token: string }): Promise<PrintView> {
  await ctx.limits.attempt('link', token, ctx.address)
  const parsed = parseToken(token)
  if (!parsed) throw new DomainError('link-invalid')
  const organizationId = parsed.organizationId as OrganizationId
  const found = await write(ctx.db, organizationId, async (tx) => {
    const [row] = await tx.rows<Redeemed & { expiresAt: Date }>(sql`
      DELETE FROM print_token WHERE organization_id = ${organizationId}::uuid AND token_hash = ${hashOf(parsed.secret)}
      RETURNING person_id AS "personId", filter, language, expires_at AS "expiresAt"`)
    return row && row.expiresAt > ctx.now ? row : null
  })
  const filter = ImpactFilter.safeParse(found?.filter)
  const visitor = found && (await openReader(ctx.db, organizationId, found.personId))
  if (!found || !filter.success || !visitor || !mayTake(visitor.actor, { kind: 'impact-pdf' })) throw new DomainError('link-invalid')
  await ctx.limits.forget('link', token, ctx.address)
  const reader = readerContext(ctx, visitor, ctx.now)
  const { settings } = visitor.actor
  const { id, email } = visitor.user
  return {
    language: found.language,
    filter: filter.data,
    me: { id, email, name: visitor.personName, language: found.language, organizations: [{ slug: settings.slug, name: settings.name }] },
    baseUrl: ctx.baseUrl,
    ...(await loadPrintView(reader, filter.data)),
  }
}

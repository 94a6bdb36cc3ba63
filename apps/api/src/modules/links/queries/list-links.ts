import { sql } from '@oeuvre/db/sql'
import { read, readSnapshot, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { LinksOutput, LinkView, ListLinks } from '@oeuvre/domain/links/schema'
import { fewestVisits, shownVisits } from '@oeuvre/domain/links/visits/rules'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { ProgramRef } from '@oeuvre/domain/programs/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { readsFeeds } from '../../accounts/queries/get-settings.ts'
import { leadsTo, presentLink } from '../present.ts'
import { type LinkRow, listBefore, listDomains, listRows, sumVisits } from '../repo.ts'

type Asking = Pick<OrgContext, 'db' | 'baseUrl' | 'now'> & { readonly actor: Actor }

function houseOf({ actor, baseUrl, now }: Asking, domains: readonly string[]) {
  return { baseUrl, domains, timeZone: actor.settings.timeZone, now }
}

/** Programs that somebody takes part in and that have not ended: links are made for those. */
export function ownPrograms(
  tx: SqlTx,
  { organizationId, personId, today }: Pick<Actor, 'organizationId' | 'personId' | 'today'>,
): Promise<ProgramRef[]> {
  return tx.rows<ProgramRef>(sql`SELECT o.id, o.title FROM program_participant x JOIN program o ON o.organization_id = x.organization_id AND o.id = x.program_id
    WHERE x.organization_id = ${organizationId}::uuid AND x.person_id = ${personId}::uuid AND x.joined_on IS NOT NULL AND x.left_on IS NULL
      AND o.archived_at IS NULL AND o.to_day >= ${today}::date ORDER BY o.to_day, o.title, o.id`)
}

/** Which links are mine, and how often was each followed? */
export function listLinks(ctx: Asking & Pick<OrgContext, 'outside'>, { programId }: ListLinks): Promise<LinksOutput> {
  const { actor } = ctx
  return readSnapshot(ctx.db, actor.organizationId, async (tx) => {
    const domains = await listDomains(tx, actor.organizationId)
    const rows = await listRows(tx, actor, { programId: programId ?? null })
    return {
      links: rows.map((row) => presentLink(row, houseOf(ctx, domains))),
      domains,
      programs: await ownPrograms(tx, actor),
      today: actor.today,
      canCheck: ctx.outside !== null && (await readsFeeds(tx, actor.organizationId)),
    }
  })
}

/** One of mine, with all of its visits that is shown. @throws DomainError not-found */
export function getLink(ctx: Asking, { id }: { readonly id: string }): Promise<LinkView> {
  return read(ctx.db, ctx.actor.organizationId, (tx) => viewLink(tx, ctx, id))
}

/** @throws DomainError not-found */
export async function viewLink(tx: SqlTx, ctx: Asking, id: string): Promise<LinkView> {
  const row = await findOwn(tx, ctx.actor, id)
  const domains = await listDomains(tx, ctx.actor.organizationId)
  const shown = shownVisits(await sumVisits(tx, ctx.actor, id))
  const before = (await listBefore(tx, ctx.actor.organizationId, id)).map(({ destination, changedAt }) => ({
    destination,
    until: changedAt.toISOString(),
  }))
  return { ...presentLink(row, houseOf(ctx, domains)), leadsTo: leadsTo(row), before, shown, fewestVisits }
}

/** A link of the one who asks; anybody else's is not there. @throws DomainError not-found */
export async function findOwn(tx: SqlTx, actor: Actor, id: string): Promise<LinkRow> {
  const [row] = actor.kind === 'person' ? await listRows(tx, actor, { id }) : []
  if (!row) throw new DomainError('not-found')
  return row
}

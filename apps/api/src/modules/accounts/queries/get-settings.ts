import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import type { OrgContext } from '../../../platform/http-organization.ts'

/** Whether the organization lets public feeds be read, where an owner allows it. Not unless it says so. */
export async function readsFeeds(tx: SqlTx, organizationId: string): Promise<boolean> {
  const row = await tx.one<{ is: boolean }>(
    sql`SELECT reads_feeds AS is FROM account_setting WHERE organization_id = ${organizationId}::uuid`,
  )
  return row?.is ?? false
}

/** What did the organization decide about accounts? */
export async function getSettings(ctx: OrgContext): Promise<{ readsFeeds: boolean; canReadFeeds: boolean }> {
  const { organizationId } = ctx.actor
  const is = await read(ctx.db, organizationId, (tx) => readsFeeds(tx, organizationId))
  return { readsFeeds: is, canReadFeeds: ctx.outside !== null }
}

/** Am I asked every month? */
export async function getQuestion(ctx: OrgContext): Promise<{ isOff: boolean }> {
  const { organizationId, personId } = ctx.actor
  const row = await read(ctx.db, organizationId, (tx) =>
    tx.one<{ off: boolean }>(
      sql`SELECT is_off AS off FROM account_question WHERE organization_id = ${organizationId}::uuid AND person_id = ${personId}::uuid`,
    ),
  )
  return { isOff: row?.off ?? false }
}

import { empty, type Sql, sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import type { AccountView, ListAccounts } from '@oeuvre/domain/accounts/schema'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { z } from 'zod'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { presentAccount } from '../present.ts'
import { type AccountRow, selectAccounts } from '../repo.ts'
import { accountVisibleTo } from '../visible-to.ts'

type Position = readonly [nameKey: string, personId: string, platform: string, id: string]

/** Which accounts of others may I see? By name of their owner, never by a figure; people without an account do not appear. */
export async function listVisible(ctx: OrgContext, input: ListAccounts): Promise<{ accounts: AccountView[]; nextCursor: string | null }> {
  const { organizationId, personId, today } = ctx.actor
  const after = input.cursor ? readCursor(input.cursor) : null
  const rows = await read(ctx.db, organizationId, async (tx) => {
    if (input.teamId) await requireTeam(tx, ctx, input.teamId)
    return tx.rows<AccountRow>(sql`${teamsBelow(ctx, input.teamId)} ${selectAccounts(today)}
      WHERE a.organization_id = ${organizationId}::uuid AND a.person_id <> ${personId}::uuid AND ${accountVisibleTo(ctx.actor)} ${filtered(input)}
        ${after ? sql`AND (p.name_key, a.person_id, a.platform, a.id) > (${after[0]}, ${after[1]}::uuid, ${after[2]}, ${after[3]}::uuid)` : empty}
      ORDER BY p.name_key, a.person_id, a.platform, a.id LIMIT ${input.limit + 1}`)
  })
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    accounts: shown.map((row) => presentAccount(row, ctx.actor, ctx.now)),
    nextCursor: rows.length > input.limit && last ? writeCursor([last.name_key, last.person_id, last.platform, last.id]) : null,
  }
}

function filtered({ platform, teamId, text }: ListAccounts): Sql {
  const pattern = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return sql`${platform ? sql`AND a.platform = ${platform}` : empty} ${teamId ? sql`AND m.team_id IN (SELECT id FROM below)` : empty}
    ${text ? sql`AND (p.name_key LIKE ${pattern(normalisedKey(text))} OR lower(a.handle) LIKE ${pattern(text.toLowerCase())})` : empty}`
}

/** A team stands for itself and those below it, in the tree of today. */
function teamsBelow(ctx: OrgContext, teamId: string | null | undefined): Sql {
  if (!teamId) return empty
  const { organizationId, today } = ctx.actor
  return sql`WITH RECURSIVE below AS (
    SELECT ${teamId}::uuid AS id
    UNION
    SELECT t.team_id FROM team_placement t JOIN below b ON t.parent_id = b.id
    WHERE t.organization_id = ${organizationId}::uuid AND (t.valid_from IS NULL OR t.valid_from <= ${today}::date) AND (t.valid_to IS NULL OR t.valid_to > ${today}::date))`
}

async function requireTeam(tx: SqlTx, ctx: OrgContext, teamId: string): Promise<void> {
  const team = await tx.one(sql`SELECT 1 FROM team WHERE organization_id = ${ctx.actor.organizationId}::uuid AND id = ${teamId}::uuid`)
  if (!team) throw new DomainError('not-found')
}

function writeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

const Position = z.tuple([z.string(), z.uuid(), z.string(), z.uuid()])

function readCursor(cursor: string): Position {
  try {
    return Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw new DomainError({ code: 'invalid-input', field: 'cursor' })
  }
}

import { empty, raw, type Sql, sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { presentSummary, recordOf } from '../present.ts'
import { afterCursor, cursorOf, filterOf, orderOf, sortOf } from './filter-outcomes.ts'
import { chainsFor } from './load-chains.ts'
import { type SummaryRow, summaryColumns } from './load-outcomes.ts'

export type Reader = Pick<OrgContext, 'db' | 'actor' | 'now'>

/**
 * A page of what this reader may see. Counted: nothing (see countOutcomes). Drafts appear only when asked for. Order: by the day of
 * the result unless asked otherwise, ties by id; the cursor is the last row's place, so rows that come or go in between shift nothing.
 */
export function listOutcomes(
  ctx: Reader,
  input: ListFilter & { limit: number },
): Promise<{ items: OutcomeSummary[]; nextCursor: string | null }> {
  return read(ctx.db, ctx.actor.organizationId, async (tx) => {
    const sort = sortOf(input)
    const condition = await filterOf(tx, ctx.actor, input)
    const statement = pageOf(ctx.actor, condition, { ...input, sort })
    const rows = await (isPlain(input) ? tx.prepared<SummaryRow>(statement) : tx.rows<SummaryRow>(statement))
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    return { items: await presentRows(tx, ctx, page), nextCursor: rows.length > input.limit && last ? cursorOf(last, sort) : null }
  })
}

/** The list as it opens, and its next pages: one text, planned once. With filters, each combination is better planned for its values. */
function isPlain({ state, sort, limit, cursor, ...filter }: ListFilter & { limit: number }): boolean {
  return Object.values(filter).every((asked) => asked === undefined)
}

function pageOf(
  actor: Actor,
  condition: Sql,
  { sort, cursor, limit }: { sort: ReturnType<typeof sortOf>; cursor?: string | undefined; limit: number },
): Sql {
  const after = cursor === undefined ? empty : sql` AND ${afterCursor(cursor, sort)}`
  // The limit stands in the text: a plan made once has to know that few rows are wanted.
  return sql`SELECT ${summaryColumns(actor)} FROM (
      SELECT o.* FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid AND ${condition}${after}
      ORDER BY ${orderOf(sort)} LIMIT ${raw(String(limit + 1))}) o
    ORDER BY ${orderOf(sort)}`
}

export async function presentRows(
  tx: SqlTx,
  reader: Pick<Reader, 'actor' | 'now'>,
  rows: readonly SummaryRow[],
): Promise<OutcomeSummary[]> {
  const chains = await chainsFor(tx, reader.actor, rows)
  return rows.map((row) => presentSummary(row, reader, recordOf(row, chains)))
}

const cap = 1000

/** How many there are, up to a thousand and one: an exact count of a big team costs a hundred times its list. */
export function countOutcomes(ctx: Reader, input: ListFilter): Promise<{ count: number; isCapped: boolean }> {
  return read(ctx.db, ctx.actor.organizationId, async (tx) => {
    const condition = await filterOf(tx, ctx.actor, input, { isFigure: true })
    const row = await tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM (
      SELECT FROM outcome o WHERE o.organization_id = ${ctx.actor.organizationId}::uuid AND ${condition} LIMIT ${cap + 1}) x`)
    const n = row?.n ?? 0
    return { count: Math.min(n, cap), isCapped: n > cap }
  })
}

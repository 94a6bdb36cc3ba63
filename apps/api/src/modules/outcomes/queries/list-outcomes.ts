import { empty, raw, type Sql, sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { visibilityOf } from '@oeuvre/domain/outcomes/policy'
import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import type { Found } from '@oeuvre/domain/outcomes/search/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { presentSummary, recordOf } from '../present.ts'
import {
  afterCursor,
  afterRank,
  asksWords,
  cursorOf,
  filterOf,
  isRanked,
  orderOf,
  rankCursorOf,
  type Sort,
  sortOf,
} from './filter-outcomes.ts'
import { chainsFor } from './load-chains.ts'
import { type SummaryRow, summaryColumns } from './load-outcomes.ts'
import { markFound } from './mark-found.ts'
import { matchesOf, ranksOf, type Search, searchOf } from './search-outcomes.ts'

export type Reader = Pick<OrgContext, 'db' | 'actor' | 'now'>

export type ListPage = { items: OutcomeSummary[]; nextCursor: string | null; found: Found | null }
type ListAsked = ListFilter & { readonly limit: number }

/**
 * A page of what this reader may see. Counted: nothing (see countOutcomes). Drafts appear only when asked for. Order: by the day of
 * the result unless asked otherwise, or how well the words fit; ties by id. The cursor is the last row's place, so rows that come or go
 * in between shift nothing.
 */
export function listOutcomes(ctx: Reader, input: ListAsked): Promise<ListPage> {
  return read(ctx.db, ctx.actor.organizationId, async (tx) => {
    const condition = await filterOf(tx, ctx.actor, input)
    const search = asksWords(input) ? await searchOf(tx, input.q) : null
    if (asksWords(input) && !search) return { items: [], nextCursor: null, found: { words: [], excerpts: [] } }
    if (!search) return plainPage(tx, ctx, input, condition)
    const { page, nextCursor } = isRanked(input)
      ? await rankedPage(tx, ctx, input, { search, filter: condition })
      : await sortedPage(tx, ctx, input, { search, filter: condition })
    const { items, wordsOf } = await presentPage(tx, ctx, page)
    return { items, nextCursor, found: await markFound(tx, ctx.actor, search, items, wordsOf) }
  })
}

/** Without words. As the list opens, and its next pages: one text, planned once. With filters, each combination is better planned for its values. */
async function plainPage(tx: SqlTx, ctx: Reader, input: ListAsked, condition: Sql): Promise<ListPage> {
  const { state, sort: _, limit, cursor, ...filter } = input
  const sort = sortOf(input)
  const statement = pageOf(ctx.actor, condition, { cursor, limit, sort })
  const isPlain = Object.values(filter).every((asked) => asked === undefined)
  const rows = await (isPlain ? tx.prepared<SummaryRow>(statement) : tx.rows<SummaryRow>(statement))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { items: await presentRows(tx, ctx, page), nextCursor: rows.length > limit && last ? cursorOf(last, sort) : null, found: null }
}

type Words = { readonly search: Search; readonly filter: Sql }
type Cut = { readonly page: readonly SummaryRow[]; readonly nextCursor: string | null }

/** With words, in another order: by day only as many are looked for as are shown. */
async function sortedPage(tx: SqlTx, { actor }: Reader, input: ListAsked, { search, filter }: Words): Promise<Cut> {
  const sort = sortOf(input)
  const { cursor, limit } = input
  const after = cursor === undefined ? empty : afterCursor(cursor, sort)
  const isByDay = sort === 'latest' || sort === 'earliest'
  const first = isByDay ? { count: limit + 1, order: sort } : undefined
  const within = cursor === undefined ? filter : sql`${filter} AND ${after}`
  const hits = await matchesOf(tx, { actor, search, filter: within, ...(first && { first }) })
  const rows = await tx.rows<SummaryRow>(pageOf(actor, sql`o.id IN (SELECT m.id FROM (${hits}) m)`, { limit, sort }))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { page, nextCursor: rows.length > limit && last ? cursorOf(last, sort) : null }
}

/** With words, the best first. */
async function rankedPage(tx: SqlTx, { actor }: Reader, { cursor, limit }: ListAsked, words: Words): Promise<Cut> {
  const after = cursor === undefined ? empty : sql`WHERE ${afterRank(cursor)}`
  const rows = await tx.rows<
    SummaryRow & { rank: string }
  >(sql`WITH best AS (SELECT r.* FROM (${await ranksOf(tx, { actor, ...words })}) r ${after}
      ORDER BY r.rank DESC, r.day DESC, r.id DESC LIMIT ${raw(String(limit + 1))})
    SELECT best.rank, ${summaryColumns(actor)} FROM best JOIN outcome o ON o.organization_id = ${actor.organizationId}::uuid AND o.id = best.id
    ORDER BY best.rank DESC, best.day DESC, best.id DESC`)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { page, nextCursor: rows.length > limit && last ? rankCursorOf(last) : null }
}

function pageOf(actor: Actor, condition: Sql, { sort, cursor, limit }: { sort: Sort; cursor?: string | undefined; limit: number }): Sql {
  const after = cursor === undefined ? empty : sql` AND ${afterCursor(cursor, sort)}`
  // The limit stands in the text: a plan made once has to know that few rows are wanted.
  return sql`SELECT ${summaryColumns(actor)} FROM (
      SELECT o.* FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid AND ${condition}${after}
      ORDER BY ${orderOf(sort)} LIMIT ${raw(String(limit + 1))}) o
    ORDER BY ${orderOf(sort)}`
}

/** With the ids of those whose comments this reader may read. */
async function presentPage(tx: SqlTx, reader: Reader, rows: readonly SummaryRow[]) {
  const chains = await chainsFor(tx, reader.actor, rows)
  const records = rows.map((row) => ({ row, record: recordOf(row, chains) }))
  return {
    items: records.map(({ row, record }) => presentSummary(row, reader, record)),
    wordsOf: records.flatMap(({ row, record }) => (visibilityOf(reader.actor, record).areWordsShown ? row.id : [])),
  }
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
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const filter = await filterOf(tx, actor, input, { isFigure: true })
    const search = asksWords(input) ? await searchOf(tx, input.q) : null
    if (asksWords(input) && !search) return { count: 0, isCapped: false }
    const counted = search
      ? sql`SELECT m.id FROM (${await matchesOf(tx, { actor, search, filter, first: { count: cap + 1, order: 'latest' } })}) m GROUP BY m.id LIMIT ${cap + 1}`
      : sql`SELECT FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid AND ${filter} LIMIT ${cap + 1}`
    const row = await tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM (${counted}) x`)
    const n = row?.n ?? 0
    return { count: Math.min(n, cap), isCapped: n > cap }
  })
}

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
  matchingOf,
  orderOf,
  rankCursorOf,
  type Sort,
  sortOf,
} from './filter-outcomes.ts'
import { findNewest, type Hit, newest } from './find-newest.ts'
import { chainsFor } from './load-chains.ts'
import { type SummaryRow, summaryColumns } from './load-outcomes.ts'
import { markFound } from './mark-found.ts'
import { type Matching, matchesOf } from './match-outcomes.ts'

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
    if (!asksWords(input)) return plainPage(tx, ctx, input, await filterOf(tx, ctx.actor, input))
    const matching = await matchingOf(tx, ctx.actor, input)
    if (!matching) return { items: [], nextCursor: null, found: { words: [], excerpts: [] } }
    const { page, nextCursor } = await (isRanked(input) ? rankedPage(tx, input, matching) : sortedPage(tx, input, matching))
    const { items, wordsOf } = await presentPage(tx, ctx, page)
    return { items, nextCursor, found: await markFound(tx, ctx.actor, matching.search, items, wordsOf) }
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

type Cut = { readonly page: readonly SummaryRow[]; readonly nextCursor: string | null }

/** With words, in another order: by day only as many are looked for as are shown. */
async function sortedPage(tx: SqlTx, input: ListAsked, matching: Matching): Promise<Cut> {
  const { actor, filter } = matching
  const sort = sortOf(input)
  const { cursor, limit } = input
  const within =
    cursor === undefined ? matching : { ...matching, filter: sql`${filter} AND ${afterCursor(cursor, sort)}`, isWordsAlone: false }
  const rows =
    sort === 'latest' || sort === 'earliest'
      ? await rowsOf(tx, actor, (await findNewest(tx, within, { count: limit + 1, from: sort, shown: 'all' })).hits)
      : await tx.rows<SummaryRow>(pageOf(actor, sql`o.id IN (SELECT m.outcome_id FROM (${matchesOf(within)}) m)`, { limit, sort }))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { page, nextCursor: rows.length > limit && last ? cursorOf(last, sort) : null }
}

/** With words, the best first. */
async function rankedPage(tx: SqlTx, { cursor, limit }: ListAsked, matching: Matching): Promise<Cut> {
  const where = cursor === undefined ? sql`TRUE` : afterRank(cursor)
  const { hits } = await findNewest(tx, matching, { count: newest, from: 'latest', shown: { best: limit + 1, where } })
  const last = hits.length > limit ? hits[limit - 1] : undefined
  return { page: await rowsOf(tx, matching.actor, hits.slice(0, limit)), nextCursor: last ? rankCursorOf(last) : null }
}

/** In this order. */
async function rowsOf(tx: SqlTx, actor: Actor, hits: readonly Hit[]): Promise<SummaryRow[]> {
  if (hits.length === 0) return []
  const ids = hits.map((hit) => hit.id)
  const rows = await tx.prepared<SummaryRow>(sql`SELECT ${summaryColumns(actor)} FROM outcome o
    WHERE o.organization_id = ${actor.organizationId}::uuid AND o.id = ANY (${ids}::uuid[])`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function pageOf(actor: Actor, condition: Sql, { sort, cursor, limit }: { sort: Sort; cursor?: string | undefined; limit: number }): Sql {
  const after = cursor === undefined ? empty : sql` AND ${afterCursor(cursor, sort)}`
  // The limit stands in the text: a plan made once has to know that few rows are wanted.
  return sql`SELECT ${summaryColumns(actor)} FROM (
      SELECT o.* FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid AND ${condition}${after}
      ORDER BY ${orderOf(sort)} LIMIT ${raw(String(limit + 1))}) o
    ORDER BY ${orderOf(sort)}`
}

/** With the ids of those whose comments this reader may read. What changed hands since it was found is not shown. */
async function presentPage(tx: SqlTx, reader: Reader, rows: readonly SummaryRow[]) {
  const chains = await chainsFor(tx, reader.actor, rows)
  const records = rows.map((row) => ({ row, record: recordOf(row, chains) }))
  const seen = records
    .map((one) => ({ ...one, visibility: visibilityOf(reader.actor, one.record) }))
    .filter((one) => one.visibility.isVisible)
  return {
    items: seen.map(({ row, record }) => presentSummary(row, reader, record)),
    wordsOf: seen.flatMap(({ row, visibility }) => (visibility.areWordsShown ? row.id : [])),
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
    if (asksWords(input)) {
      const matching = await matchingOf(tx, actor, input, { isFigure: true })
      const found = matching ? (await findNewest(tx, matching, { count: cap + 1, from: 'latest', shown: 'none' })).count : 0
      return { count: Math.min(found, cap), isCapped: found > cap }
    }
    const filter = await filterOf(tx, actor, input, { isFigure: true })
    const counted = sql`SELECT FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid AND ${filter} LIMIT ${cap + 1}`
    const row = await tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM (${counted}) x`)
    const n = row?.n ?? 0
    return { count: Math.min(n, cap), isCapped: n > cap }
  })
}

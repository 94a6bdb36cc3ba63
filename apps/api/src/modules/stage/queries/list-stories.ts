import { join, type Sql, sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { Id } from '@oeuvre/domain/ids/ids'
import type { ListStoriesInput, ListStoriesOutput, StoryCard } from '@oeuvre/domain/stage/schema'
import { Day } from '@oeuvre/domain/time/day'
import { z } from 'zod'
import { pageOf, readCursor } from '../../../platform/cursors.ts'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { searchOf } from '../../outcomes/queries/search-outcomes.ts'
import { isShown, listIds, loadStories } from '../repo.ts'
import { tellAll } from './get-front.ts'

const Cursor = z.tuple([Day, Id])

/** All that was ever on stage and still may be read, the newest first, by words, teams, types and days. */
export function listStories(ctx: Pick<OrgContext, 'db' | 'actor' | 'now'>, input: ListStoriesInput): Promise<ListStoriesOutput> {
  const { actor } = ctx
  const { text = '', team = [], type = [], from, to, cursor, limit } = input
  const after = readCursor(cursor, Cursor)
  return read(ctx.db, actor.organizationId, async (tx) => {
    const conditions: Sql[] = [isShown(actor)]
    if (text !== '') {
      const said = await saying(tx, text)
      if (said === null) return { items: [], nextCursor: null }
      conditions.push(said)
    }
    if (from) conditions.push(sql`s.from_day >= ${from}::date`)
    if (to) conditions.push(sql`s.from_day <= ${to}::date`)
    if (type.length > 0) conditions.push(sql`s.type_id = ANY (${type}::uuid[])`)
    if (team.length > 1)
      conditions.push(sql`s.id IN (SELECT t.story_id FROM stage_team t
        WHERE t.organization_id = ${actor.organizationId}::uuid AND t.team_id = ANY (${team}::uuid[]))`)
    const [teamId] = team.length === 1 ? team : []
    const ids = await listIds(tx, actor, { where: join(conditions, ' AND '), limit: limit + 1, after, ...(teamId && { teamId }) })
    const page = pageOf(ids, limit, (last) => [last.from, last.id])
    const rows = await loadStories(
      tx,
      actor,
      page.items.map(({ id }) => id),
    )
    return { items: await tellAll(tx, ctx, rows), nextCursor: page.nextCursor }
  })
}

type Days = { readonly from: string; readonly to: string; readonly limit: number }

/** What came on stage on these days and may be read now, the newest first. */
export async function listOfDays(tx: SqlTx, reader: Pick<OrgContext, 'actor' | 'now'>, { from, to, limit }: Days): Promise<StoryCard[]> {
  const { actor } = reader
  const where = sql`${isShown(actor)} AND s.from_day BETWEEN ${from}::date AND ${to}::date`
  const ids = await listIds(tx, actor, { where, limit })
  const rows = await loadStories(
    tx,
    actor,
    ids.map(({ id }) => id),
  )
  return tellAll(tx, reader, rows)
}

/** Fewer than that are named by their ids; of what more have, the newest are found soonest along the days. */
const fewStories = 800

/** The condition that a story has the words; null: there is nothing to look for in them. */
async function saying(tx: SqlTx, text: string): Promise<Sql | null> {
  const search = await searchOf(tx, text)
  if (search === null) return null
  const wanted = [...search.wanted, ...search.unwanted.map((query) => `!${query}`)].join(' & ')
  const found = await tx.rows<{ id: string }>(
    sql`SELECT w.story_id AS id FROM stage_words w WHERE w.words @@ ${wanted}::tsquery LIMIT ${fewStories + 1}`,
  )
  if (found.length <= fewStories) return sql`s.id = ANY (${found.map(({ id }) => id)}::uuid[])`
  return sql`EXISTS (SELECT FROM stage_words w WHERE w.story_id = s.id AND w.words @@ ${wanted}::tsquery)`
}

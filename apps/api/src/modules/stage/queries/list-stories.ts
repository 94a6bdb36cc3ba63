import { empty, join, type Sql, sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { Id } from '@oeuvre/domain/ids/ids'
import type { ListStoriesInput, ListStoriesOutput } from '@oeuvre/domain/stage/schema'
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
    const search = text === '' ? null : await searchOf(tx, text)
    const said = search ? [...search.wanted, ...search.unwanted.map((query) => `!${query}`)] : []
    const conditions: Sql[] = [isShown(actor)]
    if (after) conditions.push(sql`(s.from_day, s.id) < (${after[0]}::date, ${after[1]}::uuid)`)
    if (from) conditions.push(sql`s.from_day >= ${from}::date`)
    if (to) conditions.push(sql`s.from_day <= ${to}::date`)
    if (type.length > 0) conditions.push(sql`s.type_id = ANY (${type}::uuid[])`)
    if (team.length > 0)
      conditions.push(sql`s.id IN (SELECT t.story_id FROM stage_team t
        WHERE t.organization_id = ${actor.organizationId}::uuid AND t.team_id = ANY (${team}::uuid[]))`)
    if (said.length > 0) conditions.push(sql`s.id IN (SELECT w.story_id FROM stage_words w WHERE w.words @@ ${said.join(' & ')}::tsquery)`)
    if (text !== '' && search === null) return { items: [], nextCursor: null }
    const ids = await listIds(tx, actor, sql`${join(conditions, ' AND ')}${empty}`, limit + 1)
    const page = pageOf(ids, limit, (last) => [last.from, last.id])
    const rows = await loadStories(
      tx,
      actor,
      page.items.map(({ id }) => id),
    )
    return { items: await tellAll(tx, ctx, rows), nextCursor: page.nextCursor }
  })
}

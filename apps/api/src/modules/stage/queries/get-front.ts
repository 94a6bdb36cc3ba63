import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { isPermitted } from '@oeuvre/domain/organizations/policy'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { type AskedStory, type ChosenStory, type FrontOutput, stageLimits } from '@oeuvre/domain/stage/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { recordOf } from '../../outcomes/present.ts'
import { chainsFor } from '../../outcomes/queries/load-chains.ts'
import { answersOf, placeOfRow, tellStory } from '../present.ts'
import { isShown, listIds, loadStories, type StoryRow } from '../repo.ts'

/** A story without a last day makes room for newer ones, and for nobody after a year. */
const frontDays = 366

/** The first page as this reader sees it: at most a dozen stories, the lead first, then the newest. */
export function getFront(ctx: Pick<OrgContext, 'db' | 'actor' | 'now'>): Promise<FrontOutput> {
  const { actor } = ctx
  const today = sql`${actor.today}::date`
  return read(ctx.db, actor.organizationId, async (tx) => {
    const isFront = sql`s.from_day > ${today} - ${frontDays}::int AND (s.until_day IS NULL OR s.until_day >= ${today})`
    const ids = (await listIds(tx, actor, { where: sql`${isShown(actor)} AND ${isFront}`, limit: stageLimits.front })).map(({ id }) => id)
    const rows = await loadStories(tx, actor, ids)
    const others = await listIds(tx, actor, { where: sql`${isShown(actor)} AND s.id <> ALL (${ids}::uuid[])`, limit: 1 })
    const canChoose = isPermitted(actor, 'stage.choose')
    return {
      stories: await tellAll(tx, ctx, leadsOn(rows)),
      chosenBy: [...new Map(rows.map(({ chosenBy }) => [chosenBy.id, chosenBy])).values()],
      hasMore: others.length > 0,
      asked: await listAsked(tx, actor),
      chosen: canChoose ? await listChosen(tx, actor) : [],
      today: actor.today,
      can: { choose: canChoose },
    }
  })
}

function leadsOn(rows: readonly StoryRow[]): StoryRow[] {
  const lead = rows.find(({ isLead }) => isLead) ?? rows[0]
  return lead ? [lead, ...rows.filter((row) => row !== lead)] : []
}

export async function tellAll(tx: SqlTx, reader: { readonly actor: Actor; readonly now: Date }, rows: readonly StoryRow[]) {
  const chains = await chainsFor(tx, reader.actor, rows)
  return rows.map((row) => tellStory(row, reader, recordOf(row, chains)).card)
}

/** Waits for this reader's word. */
function listAsked(tx: SqlTx, { organizationId, personId }: Actor): Promise<AskedStory[]> {
  return tx.rows<AskedStory>(sql`SELECT s.id, o.title, json_build_object('id', b.id, 'name', b.name) AS by, s.from_day AS "from"
    FROM stage_consent k JOIN stage_story s ON s.organization_id = k.organization_id AND s.id = k.story_id AND s.down_at IS NULL
    JOIN outcome o ON o.organization_id = s.organization_id AND o.id = s.outcome_id AND o.state = 'verified'
    JOIN contributor c ON c.organization_id = s.organization_id AND c.outcome_id = s.outcome_id AND c.person_id = k.person_id
    JOIN person b ON b.organization_id = s.organization_id AND b.id = s.chosen_by_id
    WHERE k.organization_id = ${organizationId}::uuid AND k.person_id = ${personId}::uuid AND k.answer IS NULL ORDER BY s.chosen_at, s.id LIMIT 50`)
}

/** What this reader chose and nobody can read yet. */
async function listChosen(tx: SqlTx, actor: Actor): Promise<ChosenStory[]> {
  const mine = sql`s.chosen_by_id = ${actor.personId}::uuid AND s.down_at IS NULL`
  // Two questions, each with an index of its own.
  const open = await listIds(tx, actor, { where: sql`${mine} AND s.standing <> 'agreed'`, limit: 50 })
  const ahead = await listIds(tx, actor, { where: sql`${mine} AND s.standing = 'agreed' AND s.from_day > ${actor.today}::date`, limit: 50 })
  const rows = await loadStories(
    tx,
    actor,
    [...open, ...ahead].map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...{ id: row.storyId, title: row.title, place: placeOfRow(row, actor.today), from: row.fromDay },
    ...answersOf(row),
  }))
}

import { randomBytes } from 'node:crypto'
import { type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { StoryWords } from '@oeuvre/domain/stage/rules'
import type { ConsentAnswer, DownCause, Standing } from '@oeuvre/domain/stage/schema'
import { type SummaryRow, summaryColumns } from '../outcomes/queries/load-outcomes.ts'
import { visibleTo } from '../outcomes/visible-to.ts'

type AskedBy = 'login' | 'mail' | 'nobody'
type Ref = { readonly id: string; readonly name: string }

/** A story with the result that it tells, as it is now. */
export type StoryRow = SummaryRow & {
  readonly storySituation: string
  readonly storyAction: string
  readonly storyResult: string
  readonly storyId: string
  readonly storyVersion: number
  readonly chosenBy: Ref
  readonly chosenAt: Date
  readonly reason: string
  readonly quote: string
  readonly needed: string
  readonly learnt: string
  readonly thanks: string
  readonly isClientWithheld: boolean
  readonly clientAs: string
  readonly fromDay: string
  readonly untilDay: string | null
  readonly isLead: boolean
  readonly standing: Standing
  readonly downAt: Date | null
  readonly downBy: Ref | null
  readonly downCause: DownCause | null
  readonly downReason: string
  readonly code: string
  readonly consents: readonly { readonly personId: string; readonly answer: ConsentAnswer | null; readonly askedBy: AskedBy }[]
  /** Of those who take part, who is still with the organization. */
  readonly here: readonly string[]
}

function columns(actor: Pick<Actor, 'today'>): Sql {
  return sql`${summaryColumns(actor)}, o.story_situation AS "storySituation", o.story_action AS "storyAction", o.story_result AS "storyResult",
    s.id AS "storyId", s.version AS "storyVersion", json_build_object('id', b.id, 'name', b.name) AS "chosenBy", s.chosen_at AS "chosenAt", s.reason,
    s.quote, s.needed, s.learnt, s.thanks, s.is_client_withheld AS "isClientWithheld", s.client_as AS "clientAs", s.from_day AS "fromDay",
    s.until_day AS "untilDay", s.is_lead AS "isLead", s.standing, s.down_at AS "downAt",
    (SELECT json_build_object('id', p.id, 'name', p.name) FROM person p WHERE p.organization_id = s.organization_id AND p.id = s.down_by_id) AS "downBy",
    s.down_cause AS "downCause", s.down_reason AS "downReason", s.code,
    (SELECT coalesce(json_agg(json_build_object('personId', k.person_id, 'answer', k.answer, 'askedBy', k.asked_by)), '[]') FROM stage_consent k
      WHERE k.organization_id = s.organization_id AND k.story_id = s.id) AS consents,
    (SELECT coalesce(json_agg(p.id), '[]') FROM contributor c JOIN person p ON p.organization_id = c.organization_id AND p.id = c.person_id
      WHERE c.organization_id = s.organization_id AND c.outcome_id = s.outcome_id AND p.status = 'active'
        AND (p.left_on IS NULL OR p.left_on > ${actor.today}::date)) AS here`
}

/** Those that exist in the organization, in the order asked. Who may read them is still to be asked. */
export async function loadStories(tx: SqlTx, actor: Actor, ids: readonly string[]): Promise<StoryRow[]> {
  if (ids.length === 0) return []
  const rows = await tx.rows<StoryRow>(sql`SELECT ${columns(actor)} FROM stage_story s
    JOIN outcome o ON o.organization_id = s.organization_id AND o.id = s.outcome_id
    JOIN person b ON b.organization_id = s.organization_id AND b.id = s.chosen_by_id
    WHERE s.organization_id = ${actor.organizationId}::uuid AND s.id = ANY (${[...ids]}::uuid[])`)
  const byId = new Map(rows.map((row) => [row.storyId, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The words that stood before those of now. */
export type FormerRow = StoryWords & { readonly at: Date; readonly by: Ref | null }

export function findFormer(tx: SqlTx, { organizationId }: Pick<Actor, 'organizationId'>, id: string): Promise<FormerRow | null> {
  return tx.one<FormerRow>(sql`SELECT f.reason, f.quote, f.needed, f.learnt, f.thanks, f.is_client_withheld AS "isClientWithheld",
      f.client_as AS "clientAs", f.replaced_at AS at, json_build_object('id', p.id, 'name', p.name) AS by
    FROM stage_former_words f JOIN person p ON p.organization_id = f.organization_id AND p.id = f.replaced_by_id
    WHERE f.organization_id = ${organizationId}::uuid AND f.story_id = ${id}::uuid ORDER BY f.version DESC LIMIT 1`)
}

/** On stage by `day`, and this reader sees the result: a condition over `stage_story s` and `outcome o`. */
export function isShown(actor: Actor): Sql {
  return sql`s.down_at IS NULL AND s.standing = 'agreed' AND s.from_day <= ${actor.today}::date AND o.state = 'verified' AND ${visibleTo(actor)}`
}

type Listed = {
  readonly where: Sql
  readonly limit: number
  readonly after?: readonly [day: string, id: string] | null
  readonly teamId?: string
}

/**
 * The first ids of stories that meet a condition, the newest first. Of one team they are read along its own rows: the planner, who knows
 * only how many stories there are, would walk all of them for the few of a team.
 */
export async function listIds(tx: SqlTx, actor: Actor, { where, limit, after, teamId }: Listed): Promise<{ id: string; from: string }[]> {
  const [day, id] = teamId ? [sql`t.from_day`, sql`t.story_id`] : [sql`s.from_day`, sql`s.id`]
  const stories = teamId
    ? sql`stage_team t JOIN stage_story s ON s.organization_id = t.organization_id AND s.id = t.story_id AND t.organization_id = ${actor.organizationId}::uuid
        AND t.team_id = ${teamId}::uuid`
    : sql`stage_story s`
  const on = after ? sql`(${day}, ${id}) < (${after[0]}::date, ${after[1]}::uuid)` : sql`TRUE`
  return tx.rows(sql`SELECT s.id, s.from_day AS "from" FROM ${stories} JOIN outcome o ON o.organization_id = s.organization_id AND o.id = s.outcome_id
    WHERE s.organization_id = ${actor.organizationId}::uuid AND ${on} AND ${where} ORDER BY ${day} DESC, ${id} DESC LIMIT ${limit}`)
}

/** Keeps what follows from the result and its people; who was asked by it. */
export async function refreshStory(tx: SqlTx, { organizationId, today }: Actor, id: string, now: Date): Promise<string[]> {
  const row = await tx.one<{ asked: string[] }>(
    sql`SELECT stage_refresh(${organizationId}::uuid, ${id}::uuid, ${today}::date, ${now}::timestamptz) AS asked`,
  )
  return row?.asked ?? []
}

/** Says nothing but to us whose it is: the organization and 128 random bits. */
export function newCode(organizationId: string): string {
  return Buffer.concat([Buffer.from(organizationId.replaceAll('-', ''), 'hex'), randomBytes(16)]).toString('base64url')
}

/** null: no code of ours. */
export function organizationOf(code: string): string | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(code)) return null
  const hex = Buffer.from(code, 'base64url').subarray(0, 16).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

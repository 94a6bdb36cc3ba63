import { empty, type Sql, sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { kindOfTopic } from '@oeuvre/domain/notifications/rules'
import {
  type ListNoticesInput,
  type ListNoticesOutput,
  type Notice,
  noticeLimits,
  type Topic,
  topics,
} from '@oeuvre/domain/notifications/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { CappedCount } from '@oeuvre/domain/outcomes/review/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { presentSummary, recordOf } from '../../outcomes/present.ts'
import { chainsFor } from '../../outcomes/queries/load-chains.ts'
import { loadOutcomes } from '../../outcomes/queries/load-outcomes.ts'
import { programTitles } from '../../programs/queries/find-program.ts'
import { storyTitles } from '../../stage/queries/get-story.ts'
import { noticeVisibleTo } from '../visible-to.ts'

type Reader = Pick<OrgContext, 'db' | 'now'> & { readonly actor: Actor }
type NoticeRow = {
  readonly id: string
  readonly topic: Topic
  readonly subjectKind: string
  readonly subjectId: string
  readonly at: Date
  readonly isRead: boolean
  readonly count: number | null
  readonly by: { readonly id: string; readonly name: string } | null
}

export function topicsOf(kind: Notice['kind']): Topic[] {
  return topics.filter((topic) => kindOfTopic[topic] === kind)
}

/** A reader's own notices, newest first, without those about what they may no longer see. */
export function listNotices(ctx: Reader, input: ListNoticesInput): Promise<ListNoticesOutput> {
  const { unread, kind, cursor, limit } = input
  return read(ctx.db, ctx.actor.organizationId, async (tx) => {
    const condition = sql`n.is_shown${unread ? sql` AND n.read_at IS NULL` : empty}${kind ? sql` AND n.topic = ANY (${topicsOf(kind)}::text[])` : empty}
      ${cursor ? sql` AND n.id < ${cursor}::uuid` : empty}`
    const items = await loadNotices(tx, ctx, condition, limit + 1)
    const page = items.slice(0, limit)
    return { items: page, nextCursor: items.length > limit ? (page.at(-1)?.id ?? null) : null }
  })
}

/** With the names and titles of now, as this reader may see them. */
export async function loadNotices(tx: SqlTx, reader: Pick<Reader, 'actor' | 'now'>, condition: Sql, limit: number): Promise<Notice[]> {
  const { actor } = reader
  const rows = await tx.rows<NoticeRow>(sql`
    SELECT n.id, n.topic, n.subject_kind AS "subjectKind", n.subject_id AS "subjectId", n.at, n.read_at IS NOT NULL AS "isRead", n.count,
      (SELECT json_build_object('id', p.id, 'name', p.name) FROM person p WHERE p.organization_id = n.organization_id AND p.id = n.by_id) AS by
    FROM notification n WHERE n.organization_id = ${actor.organizationId}::uuid AND n.person_id = ${actor.personId}::uuid
      AND ${noticeVisibleTo(actor)} AND ${condition}
    ORDER BY n.id DESC LIMIT ${limit}`)
  const about = (kind: string) => rows.filter((row) => row.subjectKind === kind).map((row) => row.subjectId)
  const stories = await storiesOfKudos(tx, actor, about('kudos'))
  const outcomes = await loadOutcomes(tx, actor, [...new Set([...about('outcome'), ...stories.values()])])
  const titles = await programTitles(tx, actor, about('program'))
  const onStage = await storyTitles(tx, actor, about('story'))
  const chains = await chainsFor(tx, actor, outcomes)
  const shown = new Map(outcomes.map((row) => [row.id, presentSummary(row, reader, recordOf(row, chains))]))
  return rows.map((row) => {
    const outcome = shown.get(stories.get(row.subjectId) ?? row.subjectId)
    return {
      id: row.id,
      topic: row.topic,
      kind: kindOfTopic[row.topic],
      at: row.at.toISOString(),
      isRead: row.isRead,
      by: row.by,
      outcome: outcome ? { id: outcome.id, title: outcome.title, subject: outcome.subject, type: outcome.type } : null,
      program: titledOf('program', row, titles),
      story: titledOf('story', row, onStage),
      count: row.count,
    }
  })
}

/** Thanks → the story that they are for. */
async function storiesOfKudos(tx: SqlTx, { organizationId }: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.rows<{ id: string; outcomeId: string }>(sql`SELECT id, outcome_id AS "outcomeId" FROM kudos
    WHERE organization_id = ${organizationId}::uuid AND id = ANY (${[...ids]}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row.outcomeId]))
}

function titledOf(
  kind: 'program' | 'story',
  { subjectKind, subjectId }: NoticeRow,
  titles: ReadonlyMap<string, string>,
): Notice['program'] {
  const title = subjectKind === kind ? titles.get(subjectId) : undefined
  return title === undefined ? null : { id: subjectId, title }
}

/** Unread, up to a cap. */
export function countUnread(ctx: Reader): Promise<CappedCount> {
  const { actor } = ctx
  const cap = noticeLimits.unread
  return read(ctx.db, actor.organizationId, async (tx) => {
    const row = await tx.one<{ n: number }>(sql`
      SELECT count(*)::int AS n FROM (SELECT FROM notification n WHERE n.organization_id = ${actor.organizationId}::uuid
        AND n.person_id = ${actor.personId}::uuid AND n.read_at IS NULL AND n.is_shown AND ${noticeVisibleTo(actor)} LIMIT ${cap + 1}) x`)
    return { count: Math.min(row?.n ?? 0, cap), isCapped: (row?.n ?? 0) > cap }
  })
}

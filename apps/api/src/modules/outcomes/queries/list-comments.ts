import { empty, sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { mentionedIn, partsOf } from '@oeuvre/domain/outcomes/comments/rules'
import { type CommentOutput, type CommentsOutput, commentLimits, type ListCommentsInput } from '@oeuvre/domain/outcomes/comments/schema'
import type { PersonRef } from '@oeuvre/domain/outcomes/schema'
import type { Reader } from './list-outcomes.ts'
import { type Discussed, loadAudience, loadDiscussed } from './load-audience.ts'

type CommentRow = {
  readonly id: string
  readonly authorId: string
  /** null: erased. */
  readonly author: string | null
  readonly text: string
  readonly at: Date
  readonly editedAt: Date | null
}

/**
 * What was said of it, the newest page first asked, each page oldest first.
 * @throws DomainError not-found; forbidden
 */
export function listComments(ctx: Reader, { outcomeId, cursor }: ListCommentsInput): Promise<CommentsOutput> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const discussed = await loadDiscussed(tx, actor, outcomeId)
    const org = sql`${actor.organizationId}::uuid`
    const standing = sql`c.organization_id = ${org} AND c.outcome_id = ${outcomeId}::uuid AND c.removed_at IS NULL ${
      cursor === undefined
        ? empty
        : sql`AND (c.at, c.id) < (SELECT b.at, b.id FROM comment b WHERE b.organization_id = ${org} AND b.id = ${cursor}::uuid
            AND b.outcome_id = ${outcomeId}::uuid)`
    }`
    const rows = await tx.rows<CommentRow & { all: number }>(sql`
      SELECT ${commentColumns}, count(*) OVER ()::int AS all ${fromComments} WHERE ${standing}
      ORDER BY c.at DESC, c.id DESC LIMIT ${commentLimits.page}`)
    const comments = await presentComments(tx, actor, discussed, rows.toReversed())
    return { comments, older: Math.max(0, (rows[0]?.all ?? 0) - rows.length) }
  })
}

/** @throws DomainError not-found; forbidden */
export function listAudience(ctx: Reader, { outcomeId }: { outcomeId: string }): Promise<{ people: PersonRef[] }> {
  return read(ctx.db, ctx.actor.organizationId, async (tx) => ({
    people: await loadAudience(tx, ctx.actor, await loadDiscussed(tx, ctx.actor, outcomeId)),
  }))
}

const commentColumns = sql`c.id, c.author_id AS "authorId", CASE WHEN p.status <> 'erased' THEN p.name END AS author, c.text, c.at, c.edited_at AS "editedAt"`
const fromComments = sql`FROM comment c JOIN person p ON p.organization_id = c.organization_id AND p.id = c.author_id`

/** One as it stands, for whoever just wrote it. */
export async function presentComment(tx: SqlTx, actor: Actor, discussed: Discussed, id: string): Promise<CommentOutput[]> {
  const rows = await tx.rows<CommentRow>(sql`SELECT ${commentColumns} ${fromComments}
    WHERE c.organization_id = ${actor.organizationId}::uuid AND c.id = ${id}::uuid AND c.removed_at IS NULL`)
  return presentComments(tx, actor, discussed, rows)
}

async function presentComments(tx: SqlTx, actor: Actor, discussed: Discussed, rows: readonly CommentRow[]): Promise<CommentOutput[]> {
  const mentioned = [...new Set(rows.flatMap((row) => mentionedIn(row.text)))]
  const names = new Map<string, string>()
  const seeing = new Set<string>()
  if (mentioned.length > 0) {
    for (const { id } of await loadAudience(tx, actor, discussed)) seeing.add(id)
    const people = await tx.rows<PersonRef>(sql`SELECT id, name FROM person
      WHERE organization_id = ${actor.organizationId}::uuid AND id = ANY (${mentioned}::uuid[]) AND status <> 'erased'`)
    for (const { id, name } of people) names.set(id, name)
  }
  return rows.map(({ id, authorId, author, text, at, editedAt }) => ({
    id,
    author: author === null ? null : { id: authorId, name: author },
    at: at.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    parts: partsOf(text).map((part) => {
      if ('text' in part) return { kind: 'text', text: part.text }
      const name = names.get(part.personId)
      return { kind: 'person', person: name === undefined ? null : { id: part.personId, name }, seesIt: seeing.has(part.personId) }
    }),
    text: authorId === actor.personId ? text : null,
  }))
}

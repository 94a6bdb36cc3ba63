import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { mentionedIn } from '@oeuvre/domain/outcomes/comments/rules'
import { type AddCommentInput, type CommentOutput, commentLimits, type EditCommentInput } from '@oeuvre/domain/outcomes/comments/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitOutcome } from '../events.ts'
import { presentComment } from '../queries/list-comments.ts'
import { type Discussed, loadAudience, loadDiscussed } from '../queries/load-audience.ts'

/**
 * Says something of an outcome. Sent twice under one id it is one.
 * @throws DomainError not-found, forbidden; conflict for an id that is another's; not-found for a person who is none of this organization
 */
export function addComment(ctx: CommandContext, { id, outcomeId, text }: AddCommentInput): Promise<CommentOutput> {
  const { actor } = ctx
  return mutate(ctx, async (tx, emit) => {
    const discussed = await loadDiscussed(tx, actor, outcomeId)
    const mentionedIds = await mentioned(tx, actor, text)
    const added = await tx.run(sql`INSERT INTO comment (organization_id, id, outcome_id, author_id, text, mentioned_ids, at)
      VALUES (${actor.organizationId}::uuid, ${id}::uuid, ${outcomeId}::uuid, ${actor.personId}::uuid, ${text}, ${mentionedIds}::uuid[], ${ctx.now}::timestamptz)
      ON CONFLICT (organization_id, id) DO NOTHING`)
    if (added > 0) {
      const { version } = discussed.row
      const told = await whoReadsIt(tx, actor, discussed, mentionedIds)
      emitOutcome(emit, { type: 'outcome.commented', outcomeId, version, commentId: id, mentionedIds: told })
    } else if ((await ownComment(tx, actor, id)).outcomeId !== outcomeId) throw new DomainError('conflict')
    return presented(tx, actor, discussed, id)
  })
}

/** One's own, for as long as one likes. @throws DomainError not-found; forbidden where it is another's */
export function editComment(ctx: CommandContext, { id, text }: EditCommentInput): Promise<CommentOutput> {
  const { actor } = ctx
  return mutate(ctx, async (tx, emit) => {
    const was = await ownComment(tx, actor, id)
    const discussed = await loadDiscussed(tx, actor, was.outcomeId)
    if (was.text !== text) {
      const mentionedIds = await mentioned(tx, actor, text)
      await tx.run(sql`UPDATE comment SET text = ${text}, mentioned_ids = ${mentionedIds}::uuid[], edited_at = ${ctx.now}::timestamptz
        WHERE organization_id = ${actor.organizationId}::uuid AND id = ${id}::uuid`)
      const added = mentionedIds.filter((one) => !was.mentionedIds.includes(one))
      const told = await whoReadsIt(tx, actor, discussed, added)
      emitOutcome(emit, {
        type: 'outcome.comment-edited',
        outcomeId: was.outcomeId,
        version: discussed.row.version,
        commentId: id,
        mentionedIds: told,
      })
    }
    return presented(tx, actor, discussed, id)
  })
}

type OwnComment = {
  readonly outcomeId: string
  readonly text: string
  readonly mentionedIds: readonly string[]
  readonly removedAt: Date | null
}

/** Locked. Another's is found only by whoever may read it. @throws DomainError not-found, forbidden */
export async function ownComment(tx: Tx, actor: Actor, id: string, { isRemoved = false } = {}): Promise<OwnComment> {
  const row = await tx.one<OwnComment & { authorId: string }>(sql`
    SELECT outcome_id AS "outcomeId", author_id AS "authorId", text, mentioned_ids AS "mentionedIds", removed_at AS "removedAt"
    FROM comment WHERE organization_id = ${actor.organizationId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`)
  if (!row) throw new DomainError('not-found')
  if (row.authorId !== actor.personId) {
    await loadDiscussed(tx, actor, row.outcomeId).catch(() => {
      throw new DomainError('not-found')
    })
    throw new DomainError('forbidden')
  }
  if (row.removedAt !== null && !isRemoved) throw new DomainError('not-found')
  return row
}

async function mentioned(tx: Tx, actor: Actor, text: string): Promise<string[]> {
  const ids = mentionedIn(text)
  if (ids.length > commentLimits.mentions)
    throw new DomainError({ code: 'too-many', field: 'text', params: { max: commentLimits.mentions } })
  if (ids.length === 0) return []
  const known = await tx.rows<{ id: string }>(sql`
    SELECT id FROM person WHERE organization_id = ${actor.organizationId}::uuid AND id = ANY (${ids}::uuid[])`)
  if (known.length < ids.length) throw new DomainError({ code: 'not-found', field: 'text' })
  return ids
}

/** Of those named: who may read it, and did not write it. */
async function whoReadsIt(tx: Tx, actor: Actor, discussed: Discussed, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const audience = await loadAudience(tx, actor, discussed)
  return audience.flatMap(({ id }) => (ids.includes(id) && id !== actor.personId ? id : []))
}

async function presented(tx: Tx, actor: Actor, discussed: Discussed, id: string): Promise<CommentOutput> {
  const [comment] = await presentComment(tx, actor, discussed, id)
  if (!comment) throw new DomainError('not-found')
  return comment
}

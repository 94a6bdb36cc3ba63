import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { undoUntil } from '@oeuvre/domain/outcomes/review/rules'
import type { DownCause, StoryVersion, TakeDownInput } from '@oeuvre/domain/stage/schema'
import { type CommandContext, type Emit, mutate } from '../../../platform/mutate.ts'
import { emitStory } from '../events.ts'
import { refreshStory, type StoryRow } from '../repo.ts'
import { loadOwnStory } from './load-story.ts'

/** Down at once, with a reason; the story stays as a trace for those whom it concerns. @throws DomainError not-found, forbidden, conflict */
export function takeDownStory(ctx: CommandContext, input: TakeDownInput): Promise<StoryVersion> {
  return mutate(ctx, async (tx, emit) => {
    const { row } = await loadOwnStory(ctx, tx, input)
    return lower(ctx, tx, emit, row, { cause: 'taken-down', reason: input.reason })
  })
}

/** Whoever chose it takes that back within ten minutes: nobody is told, nobody was asked. @throws DomainError undo-lapsed, as above */
export function undoChoice(ctx: CommandContext, input: StoryVersion): Promise<StoryVersion> {
  return mutate(ctx, async (tx, emit) => {
    const { row } = await loadOwnStory(ctx, tx, input)
    if (row.chosenBy.id !== ctx.actor.personId) throw new DomainError('forbidden')
    if (ctx.now.getTime() >= undoUntil(row.chosenAt.getTime())) throw new DomainError('undo-lapsed')
    return lower(ctx, tx, emit, row, { cause: 'undone', reason: '' })
  })
}

type Why = { readonly cause: DownCause; readonly reason: string }

async function lower({ actor, now }: CommandContext, tx: Tx, emit: Emit, row: StoryRow, { cause, reason }: Why): Promise<StoryVersion> {
  if (row.downAt !== null) throw new DomainError('conflict')
  const done =
    await tx.run(sql`UPDATE stage_story SET down_at = ${now}::timestamptz, down_by_id = ${actor.personId}::uuid, down_cause = ${cause},
      down_reason = ${reason}, version = version + 1
    WHERE organization_id = ${actor.organizationId}::uuid AND id = ${row.storyId}::uuid AND version = ${row.storyVersion} AND down_at IS NULL`)
  if (done === 0) throw new DomainError('conflict')
  const payload = { outcomeId: row.id, cause, toId: row.chosenBy.id, personIds: row.contributors.map((c) => c.id) }
  emitStory(emit, { type: 'story.taken-down', subject: { kind: 'story', id: row.storyId }, payload })
  return { id: row.storyId, version: row.storyVersion + 1 }
}

/** Undo of taking it down, and of taking back: what everybody said still holds. @throws DomainError state-changed, already-on-stage */
export function restoreStory(ctx: CommandContext, input: StoryVersion): Promise<StoryVersion> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit) => {
    const { row } = await loadOwnStory(ctx, tx, input)
    if (row.downAt === null || row.downCause === 'outcome' || row.state !== 'verified')
      throw new DomainError({ code: 'state-changed', params: { state: row.state } })
    const done =
      await tx.run(sql`UPDATE stage_story s SET down_at = NULL, down_by_id = NULL, down_cause = NULL, down_reason = '', version = s.version + 1
      WHERE s.organization_id = ${organizationId}::uuid AND s.id = ${row.storyId}::uuid AND s.version = ${row.storyVersion}
        AND NOT EXISTS (SELECT FROM stage_story x WHERE x.organization_id = s.organization_id AND x.outcome_id = s.outcome_id AND x.down_at IS NULL)`)
    if (done === 0) throw new DomainError('already-on-stage')
    emitStory(emit, { type: 'story.restored', subject: { kind: 'story', id: row.storyId }, payload: { outcomeId: row.id } })
    const personIds = await refreshStory(tx, ctx.actor, row.storyId, ctx.now)
    if (personIds.length > 0)
      emitStory(emit, { type: 'story.asked', subject: { kind: 'story', id: row.storyId }, payload: { outcomeId: row.id, personIds } })
    return { id: row.storyId, version: row.storyVersion + 1 }
  })
}

import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type OutcomeRecord, visibilityOf } from '@oeuvre/domain/outcomes/policy'
import { mayLookAfter, mayReadUnseen } from '@oeuvre/domain/stage/policy'
import { isRead } from '@oeuvre/domain/stage/rules'
import type { CommandContext } from '../../../platform/mutate.ts'
import { recordOf } from '../../outcomes/present.ts'
import { chainsFor } from '../../outcomes/queries/load-chains.ts'
import { placeOfRow } from '../present.ts'
import { loadStories, type StoryRow } from '../repo.ts'

export type Loaded = { readonly row: StoryRow; readonly record: OutcomeRecord }

/** A story that this actor may know of, held until the end of the transaction. @throws DomainError not-found */
export async function loadStory(ctx: Pick<CommandContext, 'actor'>, tx: Tx, id: string): Promise<Loaded> {
  const { actor } = ctx
  await tx.run(sql`SELECT FROM stage_story WHERE organization_id = ${actor.organizationId}::uuid AND id = ${id}::uuid FOR UPDATE`)
  const [row] = await loadStories(tx, actor, [id])
  if (!row) throw new DomainError('not-found')
  const record = recordOf(row, await chainsFor(tx, actor, [row]))
  const isKnown = isRead(placeOfRow(row, actor.today))
    ? visibilityOf(actor, record).isVisible
    : mayReadUnseen(actor, record, row.chosenBy.id)
  if (!isKnown) throw new DomainError('not-found')
  return { row, record }
}

/** One that this actor looks after. @throws DomainError not-found, forbidden; conflict where it changed since it was read */
export async function loadOwnStory(ctx: Pick<CommandContext, 'actor'>, tx: Tx, asked: { id: string; version: number }): Promise<Loaded> {
  const loaded = await loadStory(ctx, tx, asked.id)
  if (!mayLookAfter(ctx.actor, loaded.record, loaded.row.chosenBy.id)) throw new DomainError('forbidden')
  if (loaded.row.storyVersion !== asked.version) throw new DomainError('conflict')
  return loaded
}

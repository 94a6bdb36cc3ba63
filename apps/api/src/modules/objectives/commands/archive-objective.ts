import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { ObjectiveEvent } from '@oeuvre/domain/objectives/events'
import { canSeeObjective, mayEditObjective } from '@oeuvre/domain/objectives/policy'
import type { ArchiveObjectiveInput, SavedObjective } from '@oeuvre/domain/objectives/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { listRows, readerOf } from '../queries/load-objectives.ts'

/**
 * An objective that was put away is offered to no result any more; what served it stays, and so do those below it. Also brings one back.
 * @throws DomainError not-found, forbidden, conflict (changed meanwhile)
 */
export function archiveObjective(ctx: CommandContext, input: ArchiveObjectiveInput): Promise<SavedObjective> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    const reader = await readerOf(tx, ctx.actor)
    const row = (await listRows(tx, ctx.actor)).find(({ id }) => id === input.id)
    if (!row || !canSeeObjective(reader, row)) throw new DomainError('not-found')
    if (!mayEditObjective(reader, row)) throw new DomainError('forbidden')
    if (row.isArchived === input.isArchived) return { id: row.id, version: row.version }
    const archived = await tx.run(sql`
      UPDATE objective SET archived_at = ${input.isArchived ? ctx.now : null}::timestamptz, version = version + 1, updated_at = ${ctx.now}::timestamptz
      WHERE organization_id = ${organizationId}::uuid AND id = ${row.id}::uuid AND version = ${input.version}`)
    if (archived === 0) throw new DomainError('conflict')
    const version = input.version + 1
    const type = input.isArchived ? 'objective.archived' : 'objective.restored'
    emit({ type, subject: { kind: 'objective', id: row.id }, payload: { version } } satisfies ObjectiveEvent)
    ledger.touchFacts()
    return { id: row.id, version }
  })
}

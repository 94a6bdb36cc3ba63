import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { ProgramEvent } from '@oeuvre/domain/programs/events'
import { mayEditProgram } from '@oeuvre/domain/programs/policy'
import type { ArchiveProgramInput, SavedProgram } from '@oeuvre/domain/programs/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { listRows } from '../repo.ts'

/**
 * A program that was put away takes nobody and is offered to no result any more; what came of it stays. Also brings one back.
 * @throws DomainError not-found, forbidden, conflict (changed meanwhile)
 */
export function archiveProgram(ctx: CommandContext, input: ArchiveProgramInput): Promise<SavedProgram> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    const [row] = await listRows(tx, ctx.actor, input.id)
    if (!row) throw new DomainError('not-found')
    if (!mayEditProgram(ctx.actor, row)) throw new DomainError('forbidden')
    if (row.isArchived === input.isArchived) return { id: row.id, version: row.version }
    const archived = await tx.run(sql`
      UPDATE program SET archived_at = ${input.isArchived ? ctx.now : null}::timestamptz, version = version + 1, updated_at = ${ctx.now}::timestamptz
      WHERE organization_id = ${organizationId}::uuid AND id = ${row.id}::uuid AND version = ${input.version}`)
    if (archived === 0) throw new DomainError('conflict')
    const version = input.version + 1
    const type = input.isArchived ? 'program.archived' : 'program.restored'
    emit({ type, subject: { kind: 'program', id: row.id }, payload: { version } } satisfies ProgramEvent)
    ledger.touchFacts()
    return { id: row.id, version }
  })
}

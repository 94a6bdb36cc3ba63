import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { undoDays } from '@oeuvre/domain/transfers/overview/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { changeImport, loadImport } from '../repo.ts'

/** Starts taking an import back, in the background. @throws DomainError state-changed, import-undone, undo-lapsed after 30 days. */
export async function startUndo(ctx: CommandContext, input: { id: string; version: number }): Promise<{ version: number }> {
  const { organizationId, personId } = ctx.actor
  return mutate(ctx, async (tx, emit, { enqueue }) => {
    const record = await loadImport(tx, organizationId, input.id)
    if (record.state === 'undone' || record.state === 'undoing') throw new DomainError('import-undone')
    if (record.state !== 'done') throw new DomainError('state-changed')
    if (!record.finishedAt || ctx.now.getTime() - record.finishedAt.getTime() > undoDays * 86_400_000) throw new DomainError('undo-lapsed')
    const { version } = await changeImport(tx, organizationId, { ...record, version: input.version }, { state: 'undoing', rowsDone: 0 })
    emit({ type: 'import.undo-started', subject: { kind: 'import', id: input.id } })
    await enqueue('import-undo', { importId: input.id, ...(personId && { personId }) })
    return { version }
  })
}

import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { changeImport, loadImport } from '../repo.ts'

/** Starts the import in the background, on behalf of the person who asks. @throws DomainError state-changed without a dry run. */
export async function startRun(ctx: CommandContext, input: { id: string; version: number }): Promise<{ version: number }> {
  const { organizationId, personId } = ctx.actor
  return mutate(ctx, async (tx, emit, { enqueue }) => {
    const record = await loadImport(tx, organizationId, input.id)
    if (record.state === 'running') throw new DomainError('import-running')
    if (record.state !== 'checked') throw new DomainError('state-changed')
    const change = { state: 'running' as const, rowsDone: 0, startedAt: ctx.now, ...(personId && { createdById: personId }) }
    const { version } = await changeImport(tx, organizationId, { ...record, version: input.version }, change)
    emit({ type: 'import.started', subject: { kind: 'import', id: input.id } })
    await enqueue('import-run', { importId: input.id })
    return { version }
  })
}

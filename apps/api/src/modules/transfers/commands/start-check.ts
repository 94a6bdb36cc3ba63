import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { mappingGaps } from '@oeuvre/domain/transfers/completeness/rules'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { changeImport, type ImportRecord, loadImport, mappingOf, readingOf } from '../repo.ts'

/** @throws DomainError for everything that is not answered yet. */
function assertAnswered(record: ImportRecord): void {
  const gaps = mappingGaps(
    mappingOf(record),
    readingOf(record).columns.map(({ profile }) => profile),
  )
  if (gaps.length > 0) throw new DomainError(gaps)
}

/**
 * Starts the dry run in the background.
 * @throws DomainError state-changed, or everything that is not answered yet.
 */
export async function startCheck(ctx: CommandContext, input: { id: string; version: number }): Promise<{ version: number }> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, _, { enqueue }) => {
    const record = await loadImport(tx, organizationId, input.id)
    if (record.state !== 'ready' && record.state !== 'checked' && record.state !== 'failed') throw new DomainError('state-changed')
    assertAnswered(record)
    const change = { state: 'checking' as const, rowsDone: 0, counts: {}, errorCode: null }
    const { version } = await changeImport(tx, organizationId, { ...record, version: input.version }, change)
    await enqueue('import-check', { importId: input.id, step: 'check' })
    return { version }
  })
}

import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { SaveMappingInput } from '@oeuvre/domain/transfers/overview/schema'
import type { z } from 'zod'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { changeImport, listTypeOptions, loadImport, readingOf } from '../repo.ts'

/** @throws DomainError state-changed, unknown-type, invalid-input when it does not fit the file's columns. */
export async function saveMapping(ctx: CommandContext, input: z.infer<typeof SaveMappingInput>): Promise<{ version: number }> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx) => {
    const record = await loadImport(tx, organizationId, input.id)
    if (record.state !== 'ready' && record.state !== 'checked') throw new DomainError('state-changed')
    const { mapping } = input
    const headers = readingOf(record).columns.map(({ header }) => header)
    const fits = mapping.kind === record.kind && JSON.stringify(mapping.columns.map(({ header }) => header)) === JSON.stringify(headers)
    if (!fits) throw new DomainError({ code: 'invalid-input', field: 'mapping.columns' })
    if (mapping.kind === 'deals') {
      const known = new Set((await listTypeOptions(tx, organizationId)).map(({ id }) => id))
      const named = [mapping.constants.stage, ...mapping.stages.map(({ meaning }) => meaning)]
      if (named.some((meaning) => meaning?.kind === 'outcome' && !known.has(meaning.typeId)))
        throw new DomainError({ code: 'unknown-type', field: 'mapping.stages' })
    }
    const { version } = await changeImport(
      tx,
      organizationId,
      { ...record, version: input.version },
      { state: 'ready', mapping, counts: {} },
    )
    return { version }
  })
}

import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { VocabularyEvent } from '@oeuvre/domain/outcomes/events'
import type { OrderWordsInput } from '@oeuvre/domain/outcomes/types/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { isOfKind, lockWords, subjectOf, tableOf } from './save-word.sql.ts'

/** @throws DomainError not-found when one of them is not of this organization */
export function orderWords(ctx: CommandContext, input: OrderWordsInput): Promise<void> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit) => {
    await lockOrganization(tx, organizationId)
    const known = new Set((await lockWords(tx, organizationId, input.kind)).map((w) => w.id))
    if (input.ids.some((id) => !known.has(id))) throw new DomainError('not-found')
    await tx.run(sql`
      UPDATE ${tableOf(input.kind)} w SET position = o.position FROM (
        SELECT x.id, (row_number() OVER (ORDER BY array_position(${input.ids}::uuid[], x.id) NULLS LAST, x.position, x.id))::int - 1 AS position
        FROM ${tableOf(input.kind)} x WHERE x.organization_id = ${organizationId}::uuid${isOfKind(input.kind)}) o
      WHERE w.organization_id = ${organizationId}::uuid AND w.id = o.id`)
    const kind = subjectOf(input.kind)
    emit({ type: `${kind}.ordered`, subject: { kind, id: input.ids[0] ?? organizationId } } satisfies VocabularyEvent)
  })
}

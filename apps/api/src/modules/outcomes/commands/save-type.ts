import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { VocabularyEvent } from '@oeuvre/domain/outcomes/events'
import type { SaveTypeInput } from '@oeuvre/domain/outcomes/types/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { checkWord, isUsed, lockWords } from './save-word.sql.ts'

/** @throws DomainError required, name-taken, word-in-use (the kind of value, once results have the type) */
export function saveType(ctx: CommandContext, input: SaveTypeInput): Promise<{ id: string }> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await lockOrganization(tx, organizationId)
    const words = await lockWords(tx, organizationId, 'type')
    const known = checkWord(words, input)
    const was = await tx.one<{ value_kind: string }>(sql`
      SELECT value_kind FROM outcome_type WHERE organization_id = ${organizationId}::uuid AND id = ${input.id}::uuid`)
    if (was && was.value_kind !== input.valueKind && (await isUsed(tx, organizationId, 'type', input.id)))
      throw new DomainError({ code: 'word-in-use', field: 'valueKind' })
    await tx.run(sql`
      INSERT INTO outcome_type (organization_id, id, name, value_kind, pigment, position)
      VALUES (${organizationId}::uuid, ${input.id}::uuid, ${input.name}, ${input.valueKind}, ${input.pigment}, ${words.length})
      ON CONFLICT (organization_id, id) DO UPDATE SET name = excluded.name, value_kind = excluded.value_kind, pigment = excluded.pigment`)
    const type = known ? 'outcome-type.changed' : 'outcome-type.created'
    emit({ type, subject: { kind: 'outcome-type', id: input.id } } satisfies VocabularyEvent)
    ledger.touchFacts()
    return { id: input.id }
  })
}

import { sql } from '@oeuvre/db/sql'
import type { VocabularyEvent } from '@oeuvre/domain/outcomes/events'
import type { SaveReasonInput } from '@oeuvre/domain/outcomes/types/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { checkWord, lockWords } from './save-word.sql.ts'

/** A reason stays in its list. @throws DomainError required, name-taken */
export function saveReason(ctx: CommandContext, input: SaveReasonInput): Promise<{ id: string }> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await lockOrganization(tx, organizationId)
    const words = await lockWords(tx, organizationId, input.kind)
    const known = checkWord(words, input)
    await tx.run(sql`
      INSERT INTO review_reason (organization_id, id, kind, name, position)
      VALUES (${organizationId}::uuid, ${input.id}::uuid, ${input.kind}, ${input.name}, ${words.length})
      ON CONFLICT (organization_id, id) DO UPDATE SET name = excluded.name WHERE review_reason.kind = excluded.kind`)
    emit({
      type: known ? 'review-reason.changed' : 'review-reason.created',
      subject: { kind: 'review-reason', id: input.id },
    } satisfies VocabularyEvent)
    ledger.touchFacts()
    return { id: input.id }
  })
}

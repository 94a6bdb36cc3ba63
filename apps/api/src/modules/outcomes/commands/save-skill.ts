import { sql } from '@oeuvre/db/sql'
import type { VocabularyEvent } from '@oeuvre/domain/outcomes/events'
import type { SaveSkillInput } from '@oeuvre/domain/outcomes/types/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { checkWord, lockWords } from './save-word.sql.ts'

/** @throws DomainError required, name-taken */
export function saveSkill(ctx: CommandContext, input: SaveSkillInput): Promise<{ id: string }> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await lockOrganization(tx, organizationId)
    const words = await lockWords(tx, organizationId, 'skill')
    const known = checkWord(words, input)
    await tx.run(sql`
      INSERT INTO skill (organization_id, id, name, position) VALUES (${organizationId}::uuid, ${input.id}::uuid, ${input.name}, ${words.length})
      ON CONFLICT (organization_id, id) DO UPDATE SET name = excluded.name`)
    emit({ type: known ? 'skill.changed' : 'skill.created', subject: { kind: 'skill', id: input.id } } satisfies VocabularyEvent)
    ledger.touchFacts()
    return { id: input.id }
  })
}

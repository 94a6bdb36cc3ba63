import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { VocabularyEvent } from '@oeuvre/domain/outcomes/events'
import type { SaveChannelInput } from '@oeuvre/domain/outcomes/types/schema'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { checkWord, isUsed, lockWords } from './save-word.sql.ts'

/** @throws DomainError required, name-taken, word-in-use (social or conventional, once results name it; a platform is always social) */
export function saveChannel(ctx: CommandContext, input: SaveChannelInput): Promise<{ id: string }> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await lockOrganization(tx, organizationId)
    const words = await lockWords(tx, organizationId, 'channel')
    const known = checkWord(words, input)
    const was = await tx.one<{ kind: string; platform: string | null }>(sql`
      SELECT kind, platform FROM channel WHERE organization_id = ${organizationId}::uuid AND id = ${input.id}::uuid`)
    if (was && was.kind !== input.kind && (known?.code || (await isUsed(tx, organizationId, 'channel', input.id))))
      throw new DomainError({ code: 'word-in-use', field: 'kind' })
    const nameKey = input.name === null ? null : normalisedKey(input.name)
    await tx.run(sql`
      INSERT INTO channel (organization_id, id, kind, name, name_key, position)
      VALUES (${organizationId}::uuid, ${input.id}::uuid, ${input.kind}, ${input.name}, ${nameKey}, ${words.length})
      ON CONFLICT (organization_id, id) DO UPDATE SET kind = excluded.kind, name = excluded.name, name_key = excluded.name_key`)
    const type = known ? 'channel.changed' : 'channel.created'
    emit({ type, subject: { kind: 'channel', id: input.id } } satisfies VocabularyEvent)
    ledger.touchFacts()
    return { id: input.id }
  })
}

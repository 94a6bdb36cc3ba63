import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { VocabularyEvent } from '@oeuvre/domain/outcomes/events'
import type { ArchiveWordInput } from '@oeuvre/domain/outcomes/types/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { checkWord, isReasonKind, lockWords, subjectOf, tableOf } from './save-word.sql.ts'

/**
 * No longer offered for new results; older ones keep it. Also brings one back.
 * @throws DomainError not-found, name-taken (another took the name meanwhile), last-reason
 */
export function archiveWord(ctx: CommandContext, input: ArchiveWordInput): Promise<void> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await lockOrganization(tx, organizationId)
    const words = await lockWords(tx, organizationId, input.kind)
    const word = words.find((w) => w.id === input.id)
    if (!word) throw new DomainError('not-found')
    if (word.is_archived === input.isArchived) return
    if (!input.isArchived) checkWord(words, word)
    else if (isReasonKind(input.kind) && words.every((w) => w.is_archived || w.id === input.id)) throw new DomainError('last-reason')
    await tx.run(sql`
      UPDATE ${tableOf(input.kind)} SET archived_at = ${input.isArchived ? ctx.now : null}::timestamptz
      WHERE organization_id = ${organizationId}::uuid AND id = ${input.id}::uuid`)
    const kind = subjectOf(input.kind)
    emit({ type: `${kind}.${input.isArchived ? 'archived' : 'restored'}`, subject: { kind, id: input.id } } satisfies VocabularyEvent)
    ledger.touchFacts()
  })
}

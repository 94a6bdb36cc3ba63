import { sql } from '@oeuvre/db/sql'
import type { AccountQuestion, SaveAccountSettings } from '@oeuvre/domain/accounts/schema'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'

/** Reading public feeds, for everybody or for nobody. Switched off, nothing is asked from the next moment on; agreements stay. */
export function saveSettings(ctx: CommandContext, input: SaveAccountSettings): Promise<SaveAccountSettings> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit) => {
    await tx.run(sql`INSERT INTO account_setting (organization_id, reads_feeds) VALUES (${organizationId}::uuid, ${input.readsFeeds})
      ON CONFLICT (organization_id) DO UPDATE SET reads_feeds = excluded.reads_feeds`)
    emit({
      type: 'organization.settings-changed',
      subject: { kind: 'organization', id: organizationId },
      payload: { fields: ['readsFeeds'] },
    })
    return input
  })
}

/** The monthly question, on or off for the caller alone. */
export function saveQuestion(ctx: CommandContext, input: AccountQuestion): Promise<AccountQuestion> {
  const { organizationId, personId } = ctx.actor
  if (personId === null) throw new DomainError('forbidden')
  return mutate(ctx, async (tx) => {
    await tx.run(sql`INSERT INTO account_question (organization_id, person_id, is_off) VALUES (${organizationId}::uuid, ${personId}::uuid, ${input.isOff})
      ON CONFLICT (organization_id, person_id) DO UPDATE SET is_off = excluded.is_off`)
    return input
  })
}

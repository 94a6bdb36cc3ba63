import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { channelOf } from '@oeuvre/domain/stage/channel/rules'
import type { SaveStageChannelInput, StageChannelOutput } from '@oeuvre/domain/stage/channel/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { readChannel } from '../queries/get-channel.ts'

type Context = CommandContext & Pick<OrgContext, 'seal' | 'outside'>

/** Where stories are told from now on. @throws DomainError address-invalid: not a webhook of Slack or Teams */
export function saveChannel(ctx: Context, { address, language }: SaveStageChannelInput): Promise<StageChannelOutput> {
  const { organizationId, personId } = ctx.actor
  const found = channelOf(address)
  if (!found) throw new DomainError({ code: 'address-invalid', field: 'address' })
  return mutate(ctx, async (tx, emit) => {
    const sealed = ctx.seal.close(address.trim(), organizationId)
    await tx.run(sql`INSERT INTO stage_channel (organization_id, kind, host, sealed, language, set_by_id, set_at)
      VALUES (${organizationId}::uuid, ${found.kind}, ${found.host}, ${sealed}, ${language}, ${personId}::uuid, ${ctx.now}::timestamptz)
      ON CONFLICT (organization_id) DO UPDATE SET kind = excluded.kind, host = excluded.host, sealed = excluded.sealed, language = excluded.language,
        set_by_id = excluded.set_by_id, set_at = excluded.set_at, sent_at = NULL, failed_at = NULL, failure = NULL, failure_status = NULL`)
    emit(changed(organizationId))
    return readChannel(tx, ctx)
  })
}

/** The address is forgotten with it. */
export function removeChannel(ctx: Context): Promise<StageChannelOutput> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit) => {
    await tx.run(sql`DELETE FROM stage_channel WHERE organization_id = ${organizationId}::uuid`)
    emit(changed(organizationId))
    return readChannel(tx, ctx)
  })
}

function changed(id: string) {
  return { type: 'organization.settings-changed', subject: { kind: 'organization', id }, payload: { fields: ['stageChannel'] } } as const
}

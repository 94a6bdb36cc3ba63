import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import type { OutsideRefusal } from '@oeuvre/domain/accounts/outside/schema'
import type { Language } from '@oeuvre/domain/organizations/schema'
import type { ChannelKind, StageChannelOutput } from '@oeuvre/domain/stage/channel/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'

/** Its address was sealed under another secret. */
export const unreadable = 'unreadable'

export type ChannelRow = {
  readonly kind: ChannelKind
  readonly host: string
  readonly sealed: Uint8Array
  readonly language: Language
  readonly setAt: Date
  readonly sentAt: Date | null
  readonly failedAt: Date | null
  readonly failure: OutsideRefusal | typeof unreadable | null
  readonly failureStatus: number | null
}

export function findChannel(tx: SqlTx, organizationId: string): Promise<ChannelRow | null> {
  return tx.one<ChannelRow>(sql`SELECT kind, host, sealed, language, set_at AS "setAt", sent_at AS "sentAt", failed_at AS "failedAt", failure,
    failure_status AS "failureStatus" FROM stage_channel WHERE organization_id = ${organizationId}::uuid`)
}

type Reader = Pick<OrgContext, 'outside' | 'seal'> & { readonly actor: Pick<OrgContext['actor'], 'organizationId' | 'settings'> }

export async function readChannel(tx: SqlTx, { actor, outside, seal }: Reader): Promise<StageChannelOutput> {
  const row = await findChannel(tx, actor.organizationId)
  const isRefused = row?.failedAt && row.failure && row.failure !== unreadable
  const failure = isRefused ? { at: row.failedAt.toISOString(), reason: row.failure, status: row.failureStatus } : null
  return {
    channel: row && {
      ...{ kind: row.kind, host: row.host, language: row.language, setAt: row.setAt.toISOString(), failure },
      sentAt: row.sentAt?.toISOString() ?? null,
      isReadable: seal.open(row.sealed, actor.organizationId) !== null,
    },
    isHeld: actor.settings.verifiedVisibility !== 'everyone',
    canSend: outside !== null,
  }
}

export function getChannel(ctx: OrgContext): Promise<StageChannelOutput> {
  return read(ctx.db, ctx.actor.organizationId, (tx) => readChannel(tx, ctx))
}

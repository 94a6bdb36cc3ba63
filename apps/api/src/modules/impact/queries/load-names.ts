import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { ChannelOutput, TypeRef } from '@oeuvre/domain/outcomes/schema'

export type ChannelName = Omit<(typeof ChannelOutput)['_output'], 'account'>
export type Names = { readonly types: ReadonlyMap<string, TypeRef>; readonly channels: ReadonlyMap<string, ChannelName> }

/** What types and channels are called and which pigment they keep; archived ones too, since the ledger remembers them. */
export async function loadNames(tx: SqlTx, organizationId: string): Promise<Names> {
  const types = await tx.rows<TypeRef>(sql`
    SELECT id, code, name, value_kind AS "valueKind", pigment FROM outcome_type WHERE organization_id = ${organizationId}::uuid`)
  const channels = await tx.rows<ChannelName>(sql`
    SELECT id, kind, code, name, platform FROM channel WHERE organization_id = ${organizationId}::uuid`)
  return { types: new Map(types.map((t) => [t.id, t])), channels: new Map(channels.map((c) => [c.id, c])) }
}

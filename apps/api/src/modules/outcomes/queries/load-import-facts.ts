import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { ValueKind } from '@oeuvre/domain/credits/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { ChannelKind } from '@oeuvre/domain/outcomes/rules'
import type { Day } from '@oeuvre/domain/time/day'

type Membership = { readonly personId: string; readonly teamId: string; readonly from: Day | null; readonly to: Day | null }
export type ImportFacts = {
  readonly valueKinds: ReadonlyMap<string, ValueKind>
  readonly channelKinds: ReadonlyMap<string, ChannelKind>
  readonly memberships: ReadonlyMap<string, readonly Membership[]>
}

/** All types and channels, and the dated teams of these people: one statement for a batch. */
export async function loadImportFacts(tx: SqlTx, actor: Actor, personIds: readonly string[]): Promise<ImportFacts> {
  const org = sql`${actor.organizationId}::uuid`
  const row = await tx.one<{
    types: { id: string; kind: ValueKind }[]
    channels: { id: string; kind: ChannelKind }[]
    teams: Membership[]
  }>(sql`SELECT
    (SELECT coalesce(json_agg(json_build_object('id', t.id, 'kind', t.value_kind)), '[]') FROM outcome_type t WHERE t.organization_id = ${org}) AS types,
    (SELECT coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind)), '[]') FROM channel c WHERE c.organization_id = ${org}) AS channels,
    (SELECT coalesce(json_agg(json_build_object('personId', m.person_id, 'teamId', m.team_id, 'from', m.valid_from, 'to', m.valid_to)), '[]')
      FROM team_membership m WHERE m.organization_id = ${org} AND m.person_id = ANY (${[...personIds]}::uuid[])) AS teams`)
  return {
    valueKinds: new Map(row?.types.map((t) => [t.id, t.kind])),
    channelKinds: new Map(row?.channels.map((c) => [c.id, c.kind])),
    memberships: Map.groupBy(row?.teams ?? [], (m) => m.personId),
  }
}

/** The team of somebody on a day: half open, null bounds are −∞ and ∞. */
export function teamOn(facts: ImportFacts, personId: string, day: Day): string | null {
  return facts.memberships.get(personId)?.find((m) => (m.from ?? '') <= day && (m.to === null || day < m.to))?.teamId ?? null
}

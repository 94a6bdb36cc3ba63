import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { recogniseLink } from '@oeuvre/domain/accounts/recognition/rules'
import type { ValueKind } from '@oeuvre/domain/credits/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { type ChannelKind, moneyOf, type OutcomeFacts } from '@oeuvre/domain/outcomes/rules'
import type { OutcomeDraft } from '@oeuvre/domain/outcomes/schema'
import type { Converted } from '@oeuvre/domain/rates/rules'
import { findObjectives } from '../../objectives/queries/find-objective.ts'
import { dayNow } from '../../people/visible-to.ts'
import { findPrograms } from '../../programs/queries/find-program.ts'
import { loadConversions } from '../../rates/queries/load-conversions.ts'
import { holdsOn } from './load-outcomes.ts'

/** What the rules ask, and the team of today of everybody named. */
export type DraftFacts = OutcomeFacts & {
  readonly teamNow: ReadonlyMap<string, string | null>
  /** Registered accounts by the keys of their addresses, to recognise links. */
  readonly accountIdByKey: ReadonlyMap<string, string>
  /** Its value in the reporting currency, by the rates of today's knowledge. */
  readonly converted: Converted
}

/** What an outcome already names may stay although it was archived or withdrawn since. */
export type Kept = {
  readonly typeId?: string | null
  readonly objectiveId?: string | null
  readonly programId?: string | null
  readonly channelIds?: readonly string[]
  readonly accountIds?: readonly string[]
}

/** What a link says of itself; null where the address cannot be read. Nothing is fetched. */
export function recognised(url: string) {
  const recognition = recogniseLink(url)
  return 'link' in recognition ? recognition.link : null
}

type Row = {
  types: { id: string; valueKind: ValueKind; isArchived: boolean }[]
  channels: { id: string; kind: ChannelKind; isArchived: boolean }[]
  people: { id: string; leftOn: string | null; teamId: string | null }[]
  accounts: { id: string; personId: string; isWithdrawn: boolean }[]
  skills: string[]
  files: { id: string; name: string }[]
  linked: { id: string; key: string }[]
}

/** One statement for everything that a draft names; one more for the rates of another currency. What belongs to another organization is not there. */
export async function loadFacts(
  tx: SqlTx,
  actor: Actor,
  draft: OutcomeDraft,
  authorId: string | null,
  kept: Kept = {},
): Promise<DraftFacts> {
  const org = sql`${actor.organizationId}::uuid`
  const today = sql`${actor.today}::date`
  const personIds = [...draft.contributors.map((c) => c.personId), ...(authorId === null ? [] : [authorId])]
  const channelIds = draft.channels.map((c) => c.channelId)
  const keys = draft.evidence.flatMap((e) => recognised(e.url)?.accountKeys ?? [])
  const fileIds = draft.evidence.flatMap((e) => e.fileId ?? [])
  const accountIds = draft.channels.flatMap((c) => c.accountId ?? [])
  const [row] = await tx.prepared<Row>(sql`SELECT
    (SELECT coalesce(json_agg(json_build_object('id', t.id, 'valueKind', t.value_kind, 'isArchived', t.archived_at IS NOT NULL)), '[]')
      FROM outcome_type t WHERE t.organization_id = ${org} AND t.id = ${draft.typeId ?? null}::uuid) AS types,
    (SELECT coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'isArchived', c.archived_at IS NOT NULL)), '[]')
      FROM channel c WHERE c.organization_id = ${org} AND c.id = ANY (${channelIds}::uuid[])) AS channels,
    (SELECT coalesce(json_agg(json_build_object('id', p.id, 'leftOn', p.left_on, 'teamId', m.team_id)), '[]')
      FROM person p LEFT JOIN team_membership m ON m.organization_id = p.organization_id AND m.person_id = p.id AND ${holdsOn('m', dayNow(today))}
      WHERE p.organization_id = ${org} AND p.id = ANY (${personIds}::uuid[]) AND p.status <> 'erased') AS people,
    (SELECT coalesce(json_agg(json_build_object('id', a.id, 'personId', a.person_id, 'isWithdrawn', a.withdrawn_at IS NOT NULL)), '[]')
      FROM social_account a WHERE a.organization_id = ${org} AND a.id = ANY (${accountIds}::uuid[])) AS accounts,
    (SELECT coalesce(json_agg(s.id), '[]') FROM skill s WHERE s.organization_id = ${org} AND s.id = ${draft.skillId ?? null}::uuid) AS skills,
    (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name)), '[]') FROM stored_file f
      WHERE f.organization_id = ${org} AND f.id = ANY (${fileIds}::uuid[]) AND (f.uploaded_by_id = ${actor.personId}::uuid OR EXISTS (
        SELECT FROM evidence e WHERE e.organization_id = f.organization_id AND e.file_id = f.id AND e.outcome_id = ${draft.id}::uuid))) AS files,
    (SELECT coalesce(json_agg(json_build_object('id', a.id, 'key', a.address_key) ORDER BY a.proven_at NULLS FIRST, a.id DESC), '[]')
      FROM social_account a WHERE a.organization_id = ${org} AND a.address_key = ANY (${keys}::text[]) AND a.withdrawn_at IS NULL) AS linked`)
  if (!row) throw new Error('facts')
  const valued = { value: moneyOf(draft).value, day: draft.occurredOn ?? null }
  const conversions = await loadConversions(tx, actor, [valued])
  const objectiveIds = await loadObjectives(tx, actor, draft, kept)
  const programs = await loadPrograms(tx, actor, draft, kept)
  const types = row.types.filter((t) => !t.isArchived || t.id === kept.typeId)
  const channels = row.channels.filter((c) => !c.isArchived || kept.channelIds?.includes(c.id))
  const accounts = row.accounts.filter((a) => !a.isWithdrawn || kept.accountIds?.includes(a.id))
  return {
    today: actor.today,
    firstAllowedDay: actor.settings.firstAllowedDay,
    authorId,
    types: new Map(types.map((t) => [t.id, t])),
    channels: new Map(channels.map((c) => [c.id, c])),
    people: new Map(row.people.map((p) => [p.id, p])),
    accounts: new Map(accounts.map((a) => [a.id, a])),
    skillIds: new Set(row.skills),
    objectiveIds,
    programs,
    fileNames: new Map(row.files.map((f) => [f.id, f.name])),
    // Where two hold the same address, the one whose ownership was shown comes last and wins.
    accountIdByKey: new Map(row.linked.map((a) => [a.key, a.id])),
    teamNow: new Map(row.people.map((p) => [p.id, p.teamId])),
    converted: conversions(valued),
  }
}

/** Asked only where the draft names one. What an outcome names already may stay, seen or not. */
async function loadObjectives(tx: SqlTx, actor: Actor, { objectiveId }: OutcomeDraft, kept: Kept): Promise<ReadonlySet<string>> {
  if (!objectiveId || objectiveId === kept.objectiveId) return new Set(objectiveId ? [objectiveId] : [])
  const found = await findObjectives(tx, actor, [objectiveId])
  return new Set(found.flatMap(({ id, isArchived }) => (isArchived ? [] : [id])))
}

/** As objectives: what an outcome names already may stay, put away or not, whatever its day. */
async function loadPrograms(tx: SqlTx, actor: Actor, { programId }: OutcomeDraft, kept: Kept): Promise<OutcomeFacts['programs']> {
  if (!programId) return new Map()
  if (programId === kept.programId) return new Map([[programId, null]])
  const found = await findPrograms(tx, actor, [programId])
  return new Map(found.flatMap(({ id, from, to, isArchived }) => (isArchived ? [] : [[id, { from, to }] as const])))
}

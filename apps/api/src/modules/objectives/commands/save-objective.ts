import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { ObjectiveEvent } from '@oeuvre/domain/objectives/events'
import { canSeeObjective, mayEditObjective } from '@oeuvre/domain/objectives/policy'
import { checkObjective, type ObjectiveFacts, targetOf } from '@oeuvre/domain/objectives/rules'
import type { SavedObjective, SaveObjectiveInput } from '@oeuvre/domain/objectives/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { listRows, type ObjectiveRow, readerOf } from '../queries/load-objectives.ts'

/**
 * A new objective, or one set anew. The same submission twice is one.
 * @throws DomainError every refusal at once, each beside its field; not-found, forbidden, conflict (changed meanwhile)
 */
export function saveObjective(ctx: CommandContext, input: SaveObjectiveInput): Promise<SavedObjective> {
  const { actor } = ctx
  return mutate(ctx, async (tx, emit, { ledger }) => {
    // One at a time: two moves at once could close a circle that neither sees.
    await lockOrganization(tx, actor.organizationId)
    const reader = await readerOf(tx, actor)
    const all = await listRows(tx, actor)
    const before = all.find((row) => row.id === input.id)
    if (before ? !canSeeObjective(reader, before) : input.version !== null) throw new DomainError('not-found')
    if (before && !mayEditObjective(reader, before)) throw new DomainError('forbidden')
    const seen = new Set(all.flatMap((row) => (canSeeObjective(reader, row) ? [row.id] : [])))
    const facts = { ...(await loadFacts(tx, ctx, input)), nodes: all, seen }
    const refusals = checkObjective(input, kept(facts, before, input))
    if (refusals.length > 0) throw new DomainError(refusals)
    if (!mayEditObjective(reader, input)) throw new DomainError({ code: 'forbidden', field: 'teamId' })
    const target = targetOf(input, actor.settings.reportingCurrency)
    if (typeof target !== 'bigint') throw new DomainError(target)
    if (before && saysTheSame(before, input, target)) return { id: input.id, version: before.version }
    if ((before?.version ?? null) !== input.version) throw new DomainError('conflict')
    const version = await store(tx, ctx, input, target)
    const { teamId, parentId, ownerId, measure, from, to } = input
    emit({
      type: before ? 'objective.edited' : 'objective.created',
      subject: { kind: 'objective', id: input.id },
      payload: { version, teamId, parentId, ownerId, measure, target: String(target), from, to },
    } satisfies ObjectiveEvent)
    ledger.touchFacts()
    return { id: input.id, version }
  })
}

/** What it names already may stay: a team archived since, an owner who left, a parent that this reader does not see. */
function kept(facts: ObjectiveFacts, before: ObjectiveRow | undefined, input: SaveObjectiveInput): ObjectiveFacts {
  if (!before) return facts
  return {
    ...facts,
    seen: before.parentId === null ? facts.seen : new Set([...facts.seen, before.parentId]),
    team: facts.team && before.teamId === input.teamId ? { isArchived: false } : facts.team,
    owner: facts.owner && before.ownerId === input.ownerId ? { leftOn: null } : facts.owner,
  }
}

async function loadFacts(tx: Tx, { actor }: CommandContext, input: SaveObjectiveInput): Promise<Omit<ObjectiveFacts, 'nodes' | 'seen'>> {
  const org = sql`${actor.organizationId}::uuid`
  const row = await tx.one<Pick<ObjectiveFacts, 'team' | 'owner'> & { types: string[] }>(sql`SELECT
    (SELECT json_build_object('isArchived', t.archived_at IS NOT NULL) FROM team t WHERE t.organization_id = ${org} AND t.id = ${input.teamId}::uuid) AS team,
    (SELECT json_build_object('leftOn', p.left_on) FROM person p WHERE p.organization_id = ${org} AND p.id = ${input.ownerId}::uuid AND p.status <> 'erased') AS owner,
    (SELECT coalesce(json_agg(t.id), '[]') FROM outcome_type t WHERE t.organization_id = ${org} AND t.id = ANY (${input.typeIds}::uuid[])) AS types`)
  return {
    reportingCurrency: actor.settings.reportingCurrency,
    today: actor.today,
    team: row?.team ?? null,
    owner: row?.owner ?? null,
    typeIds: new Set(row?.types),
  }
}

function saysTheSame(before: ObjectiveRow, input: SaveObjectiveInput, target: bigint): boolean {
  const plain = ({ title, why, teamId, parentId, ownerId, measure, from, to }: ObjectiveRow | SaveObjectiveInput) =>
    JSON.stringify([title, why, teamId, parentId, ownerId, measure, from, to])
  const types = (ids: readonly string[]) => [...new Set(ids)].sort().join()
  return plain(before) === plain(input) && BigInt(before.target) === target && types(before.typeIds) === types(input.typeIds)
}

async function store(tx: Tx, { actor, now }: CommandContext, input: SaveObjectiveInput, target: bigint): Promise<number> {
  const org = sql`${actor.organizationId}::uuid`
  const id = sql`${input.id}::uuid`
  const saved = await tx.one<{ version: number }>(sql`
    INSERT INTO objective (organization_id, id, team_id, parent_id, owner_id, title, why, measure, target, from_day, to_day, created_at, updated_at)
    VALUES (${org}, ${id}, ${input.teamId}::uuid, ${input.parentId}::uuid, ${input.ownerId}::uuid, ${input.title}, ${input.why}, ${input.measure},
      ${String(target)}::bigint, ${input.from}::date, ${input.to}::date, ${now}::timestamptz, ${now}::timestamptz)
    ON CONFLICT (organization_id, id) DO UPDATE SET version = objective.version + 1, team_id = excluded.team_id, parent_id = excluded.parent_id,
      owner_id = excluded.owner_id, title = excluded.title, why = excluded.why, measure = excluded.measure, target = excluded.target,
      from_day = excluded.from_day, to_day = excluded.to_day, updated_at = excluded.updated_at
    RETURNING version`)
  await tx.run(sql`DELETE FROM objective_type WHERE organization_id = ${org} AND objective_id = ${id}`)
  await tx.run(sql`INSERT INTO objective_type (organization_id, objective_id, type_id)
    SELECT DISTINCT ${org}, ${id}, x FROM unnest(${input.typeIds}::uuid[]) AS x`)
  return saved?.version ?? 1
}

import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { ProgramEvent } from '@oeuvre/domain/programs/events'
import { mayEditProgram } from '@oeuvre/domain/programs/policy'
import { budgetOf, checkProgram, type ProgramFacts } from '@oeuvre/domain/programs/rules'
import type { SavedProgram, SaveProgramInput } from '@oeuvre/domain/programs/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { findObjectives } from '../../objectives/queries/find-objective.ts'
import { recordOf } from '../present.ts'
import { listRows, type ProgramRow } from '../repo.ts'

/**
 * A new program, or one set anew. The same submission twice is one.
 * @throws DomainError every refusal at once, each beside its field; not-found, forbidden, conflict (changed meanwhile)
 */
export function saveProgram(ctx: CommandContext, input: SaveProgramInput): Promise<SavedProgram> {
  const { actor } = ctx
  return mutate(ctx, async (tx, emit, { ledger }) => {
    const [before] = await listRows(tx, actor, input.id)
    if (!before && input.version !== null) throw new DomainError('not-found')
    if (before && !mayEditProgram(actor, before)) throw new DomainError('forbidden')
    const refusals = checkProgram(input, kept(await loadFacts(tx, ctx, input), before))
    if (refusals.length > 0) throw new DomainError(refusals)
    if (!mayEditProgram(actor, input)) throw new DomainError({ code: 'forbidden', field: 'ownerId' })
    const budget = budgetOf(input, actor.settings.reportingCurrency)
    if (budget !== null && typeof budget !== 'bigint') throw new DomainError(budget)
    if (before && saysTheSame(before, input, budget)) return { id: input.id, version: before.version }
    if ((before?.version ?? null) !== input.version) throw new DomainError('conflict')
    const version = await store(tx, ctx, input, budget)
    const { objectiveId, ownerId, coachIds, form, from, to } = input
    emit({
      type: before ? 'program.edited' : 'program.created',
      subject: { kind: 'program', id: input.id },
      payload: { version, objectiveId, ownerId, coachIds, form, from, to },
    } satisfies ProgramEvent)
    ledger.touchFacts()
    return { id: input.id, version }
  })
}

/** What it names already may stay: who left since, an objective put away or not shown to this reader, an archived channel. */
function kept(facts: ProgramFacts, before: ProgramRow | undefined): ProgramFacts {
  if (!before) return facts
  const stay = new Set([before.ownerId, ...recordOf(before).coachIds])
  return {
    ...facts,
    objectiveIds: new Set([...facts.objectiveIds, ...(before.objectiveId === null ? [] : [before.objectiveId])]),
    channelIds: new Set([...facts.channelIds, ...before.channelIds]),
    people: new Map([...facts.people].map(([id, person]) => [id, stay.has(id) ? { leftOn: null } : person])),
  }
}

async function loadFacts(tx: Tx, { actor }: CommandContext, input: SaveProgramInput): Promise<ProgramFacts> {
  const org = sql`${actor.organizationId}::uuid`
  const people = await tx.rows<{ id: string; leftOn: string | null }>(sql`SELECT id, left_on AS "leftOn" FROM person
    WHERE organization_id = ${org} AND id = ANY (${[input.ownerId, ...input.coachIds]}::uuid[]) AND status <> 'erased'`)
  const channels = await tx.rows<{ id: string }>(sql`SELECT id FROM channel
    WHERE organization_id = ${org} AND id = ANY (${input.channelIds}::uuid[]) AND archived_at IS NULL`)
  const objectives = await findObjectives(tx, actor, input.objectiveId === null ? [] : [input.objectiveId])
  return {
    reportingCurrency: actor.settings.reportingCurrency,
    today: actor.today,
    people: new Map(people.map(({ id, leftOn }) => [id, { leftOn }])),
    channelIds: new Set(channels.map(({ id }) => id)),
    objectiveIds: new Set(objectives.flatMap(({ id, isArchived }) => (isArchived ? [] : [id]))),
  }
}

function saysTheSame(before: ProgramRow, input: SaveProgramInput, budget: bigint | null): boolean {
  const plain = ({ title, why, objectiveId, ownerId, form, from, to, hours, waves }: ProgramRow | SaveProgramInput) =>
    JSON.stringify([title, why, objectiveId, ownerId, form, from, to, hours, waves])
  const set = (ids: readonly string[]) => [...new Set(ids)].sort().join()
  const isSameBudget = (before.budgetMinor === null ? null : BigInt(before.budgetMinor)) === budget
  const areSame = set(before.channelIds) === set(input.channelIds) && set(recordOf(before).coachIds) === set(input.coachIds)
  return plain(before) === plain(input) && isSameBudget && areSame
}

/** On condition of the version that was read: two at once are told apart here. @throws DomainError conflict */
async function store(tx: Tx, { actor, now }: CommandContext, input: SaveProgramInput, budget: bigint | null): Promise<number> {
  const org = sql`${actor.organizationId}::uuid`
  const id = sql`${input.id}::uuid`
  const saved = await tx.one<{ version: number }>(sql`
    INSERT INTO program (organization_id, id, title, why, objective_id, owner_id, form, from_day, to_day, budget_minor, hours, waves, created_at, updated_at)
    VALUES (${org}, ${id}, ${input.title}, ${input.why}, ${input.objectiveId}::uuid, ${input.ownerId}::uuid, ${input.form}, ${input.from}::date,
      ${input.to}::date, ${budget === null ? null : String(budget)}::bigint, ${input.hours}::int, ${input.waves}, ${now}::timestamptz, ${now}::timestamptz)
    ON CONFLICT (organization_id, id) DO UPDATE SET version = program.version + 1, title = excluded.title, why = excluded.why,
      objective_id = excluded.objective_id, owner_id = excluded.owner_id, form = excluded.form, from_day = excluded.from_day, to_day = excluded.to_day,
      budget_minor = excluded.budget_minor, hours = excluded.hours, waves = excluded.waves, updated_at = excluded.updated_at
      WHERE program.version = ${input.version}::int
    RETURNING version`)
  if (!saved) throw new DomainError('conflict')
  await tx.run(sql`DELETE FROM program_channel WHERE organization_id = ${org} AND program_id = ${id}`)
  await tx.run(sql`INSERT INTO program_channel (organization_id, program_id, channel_id)
    SELECT DISTINCT ${org}, ${id}, x FROM unnest(${input.channelIds}::uuid[]) AS x`)
  await tx.run(sql`DELETE FROM program_coach WHERE organization_id = ${org} AND program_id = ${id}`)
  await tx.run(sql`INSERT INTO program_coach (organization_id, program_id, person_id)
    SELECT DISTINCT ${org}, ${id}, x FROM unnest(${input.coachIds}::uuid[]) AS x`)
  return saved.version
}

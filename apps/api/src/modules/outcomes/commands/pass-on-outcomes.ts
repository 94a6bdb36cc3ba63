import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitOutcome } from '../events.ts'

type Cause = { readonly type: string; readonly personId: string; readonly managerId: string | null }
type Passed = { readonly id: string; readonly version: number; readonly fromId: string }

/**
 * Somebody left: what they had open is their manager's from now on, to edit, send, withdraw or delete, and no longer to decide. Within
 * ten minutes the leaving can be undone: what nobody touched since goes back. `eventId`: `person.left` or `person.returned`.
 */
export function passOnOutcomes(ctx: CommandContext, { eventId }: { readonly eventId: string }): Promise<number> {
  return mutate(ctx, async (tx, emit) => {
    const cause = await tx.one<Cause>(sql`
      SELECT type, subject_id AS "personId", payload->>'managerId' AS "managerId" FROM event
      WHERE organization_id = ${ctx.actor.organizationId}::uuid AND id = ${eventId}::uuid`)
    if (!cause) return 0
    const isBack = cause.type === 'person.returned'
    const status = await lockPerson(tx, ctx, cause.personId)
    // Somebody was faster: who is back keeps what is theirs, who left again gets nothing.
    if (status !== (isBack ? 'active' : 'left')) return 0
    const toId = isBack ? cause.personId : await heirOf(tx, ctx, cause.managerId)
    if (toId === null) return 0
    const passed = isBack ? await takeBack(tx, ctx, toId) : await passOn(tx, ctx, cause.personId, toId)
    for (const { id, version, fromId } of passed) emitOutcome(emit, { type: 'outcome.passed-on', outcomeId: id, version, fromId, toId })
    return passed.length
  })
}

/** Nobody leaves or comes back meanwhile. */
async function lockPerson(tx: Tx, { actor }: CommandContext, id: string): Promise<string | null> {
  const row = await tx.one<{ status: string }>(sql`
    SELECT status FROM person WHERE organization_id = ${actor.organizationId}::uuid AND id = ${id}::uuid FOR SHARE`)
  return row?.status ?? null
}

/** The manager who was named, or who came after a manager who has left as well. */
async function heirOf(tx: Tx, ctx: CommandContext, managerId: string | null): Promise<string | null> {
  const asked = new Set<string>()
  for (let id = managerId; id !== null && !asked.has(id); ) {
    if ((await lockPerson(tx, ctx, id)) === 'active') return id
    asked.add(id)
    const left = await tx.one<{ managerId: string | null }>(sql`
      SELECT payload->>'managerId' AS "managerId" FROM event WHERE organization_id = ${ctx.actor.organizationId}::uuid
        AND subject_kind = 'person' AND subject_id = ${id}::uuid AND type = 'person.left' ORDER BY id DESC LIMIT 1`)
    id = left?.managerId ?? null
  }
  return null
}

/** A draft that names nobody meant its author: said now, before it is another's. */
function passOn(tx: Tx, { actor, now }: CommandContext, fromId: string, toId: string): Promise<Passed[]> {
  return tx.rows<Passed>(sql`
    WITH passed AS (
      UPDATE outcome o SET author_id = ${toId}::uuid, version = o.version + 1, updated_at = ${now}::timestamptz
      WHERE o.organization_id = ${actor.organizationId}::uuid AND o.author_id = ${fromId}::uuid
        AND o.state IN ('draft', 'submitted', 'second-look', 'changes-requested')
      RETURNING o.organization_id, o.id, o.version),
    named AS (
      INSERT INTO contributor (organization_id, outcome_id, person_id, role, weight, position)
      SELECT p.organization_id, p.id, ${fromId}::uuid, 'lead', 1, 0 FROM passed p
      WHERE NOT EXISTS (SELECT FROM contributor c WHERE c.organization_id = p.organization_id AND c.outcome_id = p.id))
    SELECT id, version, ${fromId}::uuid AS "fromId" FROM passed ORDER BY id`)
}

/** What was passed on from somebody, and nothing since. */
function takeBack(tx: Tx, { actor, now }: CommandContext, toId: string): Promise<Passed[]> {
  return tx.rows<Passed>(sql`
    WITH theirs AS (
      SELECT o.id, o.author_id FROM outcome o
      JOIN event e ON e.organization_id = o.organization_id AND e.type = 'outcome.passed-on' AND e.subject_id = o.id
        AND e.payload->>'fromId' = ${toId} AND (e.payload->>'version')::int = o.version
      WHERE o.organization_id = ${actor.organizationId}::uuid AND o.state IN ('draft', 'submitted', 'second-look', 'changes-requested'))
    UPDATE outcome o SET author_id = ${toId}::uuid, version = o.version + 1, updated_at = ${now}::timestamptz
    FROM theirs t WHERE o.organization_id = ${actor.organizationId}::uuid AND o.id = t.id
    RETURNING o.id, o.version, t.author_id AS "fromId"`)
}

import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { canSeeObjective } from '@oeuvre/domain/objectives/policy'
import type { ObjectiveRef } from '@oeuvre/domain/objectives/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { readerOf } from './load-objectives.ts'

type Found = ObjectiveRef & { readonly teamId: string | null; readonly ownerId: string; readonly isArchived: boolean }

/** Objectives by their ids, of those that the actor sees: who brings or moves results in nobody's name sees all. */
export async function findObjectives(
  tx: SqlTx,
  actor: Actor,
  ids: readonly string[],
): Promise<(ObjectiveRef & { readonly isArchived: boolean })[]> {
  if (ids.length === 0) return []
  const rows = await tx.rows<Found>(sql`
    SELECT id, title, team_id AS "teamId", owner_id AS "ownerId", archived_at IS NOT NULL AS "isArchived" FROM objective
    WHERE organization_id = ${actor.organizationId}::uuid AND id = ANY (${[...ids]}::uuid[])`)
  if (rows.length === 0) return []
  const reader = await readerOf(tx, actor)
  return rows.filter((row) => canSeeObjective(reader, row)).map(({ id, title, isArchived }) => ({ id, title, isArchived }))
}

/** What those that the actor sees are called, by their ids. */
export async function titlesOf(tx: SqlTx, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await findObjectives(tx, actor, ids)).map(({ id, title }) => [id, title]))
}

import { sql } from '@oeuvre/db/sql'
import type { TeamEvent } from '@oeuvre/domain/people/events'
import type { Writing } from '../../../platform/writing.ts'

export type ManagerInput = { readonly teamId: string; readonly personId: string }

/** Names managers beside those that are there; returns the pairs that are new. Takes nobody's place away. */
export async function addManagers(w: Writing, pairs: readonly ManagerInput[]): Promise<ManagerInput[]> {
  if (!pairs.length) return []
  const added = await w.tx.rows<ManagerInput>(sql`
    INSERT INTO team_manager (organization_id, team_id, person_id)
    SELECT DISTINCT ${w.ctx.actor.organizationId}::uuid, m."teamId", m."personId"
    FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS m("teamId" uuid, "personId" uuid)
    ON CONFLICT DO NOTHING RETURNING team_id AS "teamId", person_id AS "personId"`)
  for (const [teamId, group] of Map.groupBy(added, (a) => a.teamId))
    w.emit({
      type: 'team.managers-set',
      subject: { kind: 'team', id: teamId },
      payload: { personIds: group.map((g) => g.personId) },
    } satisfies TeamEvent)
  return added
}

/** Takes back pairs that were added; who managed before goes on managing. */
export async function removeManagers(w: Writing, pairs: readonly ManagerInput[]): Promise<void> {
  const removed = await w.tx.rows<ManagerInput>(sql`
    DELETE FROM team_manager t USING jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS m("teamId" uuid, "personId" uuid)
    WHERE t.organization_id = ${w.ctx.actor.organizationId}::uuid AND t.team_id = m."teamId" AND t.person_id = m."personId"
    RETURNING t.team_id AS "teamId", t.person_id AS "personId"`)
  for (const [teamId, group] of Map.groupBy(removed, (r) => r.teamId))
    w.emit({
      type: 'team.managers-removed',
      subject: { kind: 'team', id: teamId },
      payload: { personIds: group.map((g) => g.personId) },
    } satisfies TeamEvent)
}

import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { Vocabulary } from '@oeuvre/domain/outcomes/types/schema'
import type { Reader } from './list-outcomes.ts'

/** Types, channels, skills and reasons of the organization, archived ones too, because older outcomes name them. */
export function listVocabulary(ctx: Reader): Promise<Vocabulary> {
  return read(ctx.db, ctx.actor.organizationId, (tx) => loadVocabulary(tx, ctx.actor))
}

export async function loadVocabulary(tx: SqlTx, actor: Actor): Promise<Vocabulary> {
  const org = sql`${actor.organizationId}::uuid`
  const row = await tx.one<Vocabulary>(sql`SELECT
      (SELECT coalesce(json_agg(json_build_object('id', t.id, 'code', t.code, 'name', t.name, 'valueKind', t.value_kind, 'pigment', t.pigment,
        'position', t.position, 'isArchived', t.archived_at IS NOT NULL) ORDER BY t.position, t.id), '[]')
        FROM outcome_type t WHERE t.organization_id = ${org}) AS types,
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'platform', c.platform, 'code', c.code, 'name', c.name,
        'position', c.position, 'isArchived', c.archived_at IS NOT NULL) ORDER BY c.position, c.id), '[]')
        FROM channel c WHERE c.organization_id = ${org}) AS channels,
      (SELECT coalesce(json_agg(json_build_object('id', s.id, 'code', s.code, 'name', s.name, 'position', s.position,
        'isArchived', s.archived_at IS NOT NULL) ORDER BY s.position, s.id), '[]')
        FROM skill s WHERE s.organization_id = ${org}) AS skills,
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind, 'code', r.code, 'name', r.name, 'position', r.position,
        'isArchived', r.archived_at IS NOT NULL) ORDER BY r.position, r.id), '[]')
        FROM review_reason r WHERE r.organization_id = ${org}) AS reasons`)
  return row ?? { types: [], channels: [], skills: [], reasons: [] }
}

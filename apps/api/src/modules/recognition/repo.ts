import { type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { SharedWith } from '@oeuvre/domain/recognition/portfolio/schema'
import { kudosVisibleTo } from './visible-to.ts'

type Ref = { readonly id: string; readonly name: string }
export type KudosRow = {
  readonly id: string
  /** The story as it lives on, where it was merged. */
  readonly outcome: { readonly id: string; readonly title: string }
  readonly writerId: string
  readonly writer: Ref | null
  readonly people: readonly Ref[]
  /** Everybody thanked, those erased too. */
  readonly personIds: readonly string[]
  readonly isHidden: boolean
  readonly text: string
  readonly at: Date
  readonly isEdited: boolean
  readonly isPrivate: boolean
}

/** Where thanks are looked for: rows of `kudos`, found by an index whatever the planner knows of the organization. */
export const kudosFrom = {
  person: (organizationId: string, personId: string): Sql => sql`SELECT x.* FROM kudos_person r
    CROSS JOIN LATERAL (SELECT y.* FROM kudos y WHERE y.organization_id = r.organization_id AND y.id = r.kudos_id OFFSET 0) x
    WHERE r.organization_id = ${organizationId}::uuid AND r.person_id = ${personId}::uuid`,
  /** With those of what was merged into it. */
  story: (organizationId: string, outcomeId: string): Sql => sql`SELECT x.* FROM kudos x WHERE x.organization_id = ${organizationId}::uuid
    AND x.outcome_id = ANY (ARRAY[${outcomeId}::uuid] || ARRAY(SELECT m.id FROM outcome m WHERE m.organization_id = ${organizationId}::uuid
      AND m.merged_into_id = ${outcomeId}::uuid))`,
  one: (organizationId: string, id: string): Sql =>
    sql`SELECT x.* FROM kudos x WHERE x.organization_id = ${organizationId}::uuid AND x.id = ${id}::uuid`,
}

/** Thanks that this reader may see on stories that they may see; the newest first. `o` is the story, `k` the thanks. */
export async function listKudosRows(tx: SqlTx, actor: Actor, source: Sql, condition: Sql, limit: number): Promise<KudosRow[]> {
  // What the planner expects of an organization that it does not know would have it compile for longer than it reads.
  await tx.rows(sql`SELECT set_config('jit', 'off', true)`)
  return tx.rows<KudosRow>(sql`
    SELECT k.id, json_build_object('id', o.id, 'title', o.title) AS outcome, k.writer_id AS "writerId",
      CASE WHEN w.status <> 'erased' THEN json_build_object('id', w.id, 'name', w.name) END AS writer, p.people, p.ids AS "personIds", p.hidden AS "isHidden",
      k.text, k.at, k.edited_at IS NOT NULL AS "isEdited", k.is_private AS "isPrivate"
    FROM (${source}) k
    CROSS JOIN LATERAL (SELECT t.id, t.merged_into_id FROM outcome t WHERE t.organization_id = k.organization_id AND t.id = k.outcome_id OFFSET 0) told
    CROSS JOIN LATERAL (SELECT t.* FROM outcome t WHERE t.organization_id = k.organization_id AND t.id = coalesce(told.merged_into_id, told.id) OFFSET 0) o
    CROSS JOIN LATERAL (SELECT t.id, t.name, t.status FROM person t WHERE t.organization_id = k.organization_id AND t.id = k.writer_id OFFSET 0) w
    CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) ORDER BY m.name_key, m.id) FILTER (WHERE m.status <> 'erased'), '[]') AS people,
        json_agg(m.id) AS ids, bool_or(x.hidden_at IS NOT NULL) AS hidden
      FROM kudos_person x CROSS JOIN LATERAL (SELECT t.id, t.name, t.name_key, t.status FROM person t WHERE t.organization_id = x.organization_id
        AND t.id = x.person_id OFFSET 0) m WHERE x.organization_id = k.organization_id AND x.kudos_id = k.id) p
    WHERE ${kudosVisibleTo(actor)} AND ${condition}
    ORDER BY k.at DESC, k.id DESC LIMIT ${limit}`)
}

export type SharingRow = {
  readonly sharedWith: SharedWith
  readonly sharedWithId: string | null
  readonly sharedWithName: string | null
  readonly withholdsClients: boolean
}

/** What somebody shares; without a word of theirs, nothing. */
export async function findSharing(tx: SqlTx, organizationId: string, personId: string): Promise<SharingRow> {
  const row = await tx.one<SharingRow>(sql`
    SELECT s.shared_with AS "sharedWith", s.shared_with_id AS "sharedWithId", p.name AS "sharedWithName", s.withholds_clients AS "withholdsClients" FROM portfolio s
    LEFT JOIN person p ON p.organization_id = s.organization_id AND p.id = s.shared_with_id AND p.status <> 'erased'
    WHERE s.organization_id = ${organizationId}::uuid AND s.person_id = ${personId}::uuid`)
  return row ?? { sharedWith: 'nobody', sharedWithId: null, sharedWithName: null, withholdsClients: false }
}

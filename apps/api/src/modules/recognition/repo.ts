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

/** Thanks that this reader may see on stories that they may see; the newest first. `o` is the story, `k` the thanks. */
export function listKudosRows(tx: SqlTx, actor: Actor, condition: Sql, limit: number): Promise<KudosRow[]> {
  return tx.rows<KudosRow>(sql`
    SELECT k.id, json_build_object('id', o.id, 'title', o.title) AS outcome, k.writer_id AS "writerId",
      CASE WHEN w.status <> 'erased' THEN json_build_object('id', w.id, 'name', w.name) END AS writer, p.people, p.ids AS "personIds", p.hidden AS "isHidden",
      k.text, k.at, k.edited_at IS NOT NULL AS "isEdited", k.is_private AS "isPrivate"
    FROM kudos k JOIN outcome told ON told.organization_id = k.organization_id AND told.id = k.outcome_id
    JOIN outcome o ON o.organization_id = k.organization_id AND o.id = coalesce(told.merged_into_id, told.id)
    JOIN person w ON w.organization_id = k.organization_id AND w.id = k.writer_id
    CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) ORDER BY m.name_key, m.id) FILTER (WHERE m.status <> 'erased'), '[]') AS people,
        json_agg(m.id) AS ids, bool_or(x.hidden_at IS NOT NULL) AS hidden
      FROM kudos_person x JOIN person m ON m.organization_id = x.organization_id AND m.id = x.person_id
      WHERE x.organization_id = k.organization_id AND x.kudos_id = k.id) p
    WHERE k.organization_id = ${actor.organizationId}::uuid AND ${kudosVisibleTo(actor)} AND ${condition}
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

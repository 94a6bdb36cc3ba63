import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { ProgramForm } from '@oeuvre/domain/programs/schema'

type Ref = { readonly id: string; readonly name: string }
export type ProgramRow = {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly why: string
  readonly objectiveId: string | null
  readonly ownerId: string
  readonly ownerName: string
  readonly form: ProgramForm
  readonly from: string
  readonly to: string
  /** Minor units of the reporting currency. */
  readonly budgetMinor: string | null
  readonly hours: number | null
  readonly waves: number
  readonly isArchived: boolean
  readonly channelIds: readonly string[]
  readonly coaches: readonly Ref[]
  /** Who take part and are still with the organization. */
  readonly participants: number
  /** Of whoever asks. */
  readonly isInvited: boolean | null
  readonly hasDeclined: boolean | null
  readonly joinedOn: string | null
  readonly leftOn: string | null
}

/** Every program of the organization, or the one asked for; those that end first before the others. */
export function listRows(
  tx: SqlTx,
  { organizationId, personId }: Pick<Actor, 'organizationId' | 'personId'>,
  id?: string,
): Promise<ProgramRow[]> {
  return tx.rows<ProgramRow>(sql`
    SELECT o.id, o.version, o.title, o.why, o.objective_id AS "objectiveId", o.owner_id AS "ownerId", p.name AS "ownerName", o.form,
      o.from_day AS "from", o.to_day AS "to", o.budget_minor::text AS "budgetMinor", o.hours, o.waves, o.archived_at IS NOT NULL AS "isArchived",
      (SELECT coalesce(json_agg(x.channel_id ORDER BY x.channel_id), '[]') FROM program_channel x
        WHERE x.organization_id = o.organization_id AND x.program_id = o.id) AS "channelIds",
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) ORDER BY c.name, c.id), '[]') FROM program_coach x
        JOIN person c ON c.organization_id = x.organization_id AND c.id = x.person_id
        WHERE x.organization_id = o.organization_id AND x.program_id = o.id) AS coaches,
      (SELECT count(*)::int FROM program_participant x JOIN person m ON m.organization_id = x.organization_id AND m.id = x.person_id
        WHERE x.organization_id = o.organization_id AND x.program_id = o.id AND x.joined_on IS NOT NULL AND x.left_on IS NULL
          AND m.status = 'active') AS participants,
      own.invited_at IS NOT NULL AS "isInvited", own.declined_at IS NOT NULL AS "hasDeclined", own.joined_on AS "joinedOn", own.left_on AS "leftOn"
    FROM program o JOIN person p ON p.organization_id = o.organization_id AND p.id = o.owner_id
    LEFT JOIN program_participant own ON own.organization_id = o.organization_id AND own.program_id = o.id AND own.person_id = ${personId}::uuid
    WHERE o.organization_id = ${organizationId}::uuid AND (${id ?? null}::uuid IS NULL OR o.id = ${id ?? null}::uuid)
    ORDER BY o.to_day, o.from_day, o.title, o.id`)
}

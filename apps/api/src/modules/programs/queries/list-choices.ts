import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { ProgramChoicesInput, ProgramChoicesOutput } from '@oeuvre/domain/programs/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'

type Row = { id: string; title: string; from: string; to: string; isOwn: boolean; isOfNamed: boolean }

/**
 * Which programs a result of that day may name, and the one that whoever asks takes part in. That somebody else who is named does is
 * only told to an owner or coach of it: to anybody else the proposal itself would tell who takes part.
 */
export function listChoices(ctx: Pick<OrgContext, 'db' | 'actor'>, { on, personIds }: ProgramChoicesInput): Promise<ProgramChoicesOutput> {
  const { organizationId, personId, today } = ctx.actor
  const day = on ?? today
  return read(ctx.db, organizationId, async (tx) => {
    const rows = await tx.rows<Row>(sql`
      SELECT o.id, o.title, o.from_day AS "from", o.to_day AS "to",
        EXISTS (SELECT FROM program_participant x WHERE x.organization_id = o.organization_id AND x.program_id = o.id
          AND x.person_id = ${personId}::uuid AND x.joined_on IS NOT NULL AND x.left_on IS NULL) AS "isOwn",
        (o.owner_id = ${personId}::uuid OR EXISTS (SELECT FROM program_coach c WHERE c.organization_id = o.organization_id AND c.program_id = o.id
          AND c.person_id = ${personId}::uuid)) AND EXISTS (SELECT FROM program_participant x WHERE x.organization_id = o.organization_id
          AND x.program_id = o.id AND x.person_id = ANY (${[...personIds]}::uuid[]) AND x.joined_on IS NOT NULL AND x.left_on IS NULL) AS "isOfNamed"
      FROM program o WHERE o.organization_id = ${organizationId}::uuid AND o.archived_at IS NULL AND ${day}::date BETWEEN o.from_day AND o.to_day
      ORDER BY o.to_day, o.title, o.id`)
    const own = rows.find((row) => row.isOwn)
    const named = rows.find((row) => row.isOfNamed)
    return {
      choices: rows.map(({ id, title, from, to }) => ({ id, title, from, to })),
      proposed: own ? { id: own.id, because: 'own' } : named ? { id: named.id, because: 'named' } : null,
    }
  })
}

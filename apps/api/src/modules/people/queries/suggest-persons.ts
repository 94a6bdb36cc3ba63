import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { PersonBrief, SuggestPersonsInput } from '@oeuvre/domain/people/schema'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { presentBrief } from '../present.ts'
import { type BriefRow, nameMatches } from '../repo.ts'

/**
 * Whom to name on a result of that day: nobody who had left before it. Names that begin with what was typed first, the reader's own
 * team before others, then by name.
 */
export function suggestPersons(ctx: Pick<OrgContext, 'db' | 'actor'>, input: SuggestPersonsInput): Promise<PersonBrief[]> {
  const { organizationId, today, personId } = ctx.actor
  const day = input.on ?? today
  const key = normalisedKey(input.q)
  const begins = `${key.replace(/[\\%_]/g, '\\$&')}%`
  return read(ctx.db, organizationId, async (tx) => {
    const rows = await tx.rows<BriefRow>(sql`
      WITH own AS (
        SELECT team_id FROM team_membership
        WHERE organization_id = ${organizationId}::uuid AND person_id = ${personId}::uuid AND daterange(valid_from, valid_to) @> ${today}::date)
      SELECT p.id, p.name, p.title, p.status, t.id AS team_id, t.name AS team_name
      FROM person p
      LEFT JOIN team_membership m ON m.organization_id = p.organization_id AND m.person_id = p.id AND daterange(m.valid_from, m.valid_to) @> ${day}::date
      LEFT JOIN team t ON t.organization_id = m.organization_id AND t.id = m.team_id
      WHERE p.organization_id = ${organizationId}::uuid AND p.status <> 'erased' AND (p.left_on IS NULL OR p.left_on >= ${day}::date) ${nameMatches(input.q)}
      ORDER BY p.name_key LIKE ${begins} OR p.name_key LIKE ${`% ${begins}`} DESC, m.team_id IN (SELECT team_id FROM own) IS TRUE DESC, p.name_key, p.id
      LIMIT ${input.limit}`)
    return rows.map(presentBrief)
  })
}

import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { readCode } from '@oeuvre/domain/links/codes/rules'
import type { EvidenceVisits } from '@oeuvre/domain/links/evidence/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'

type Shown = { readonly id: string; readonly url: string | null; readonly addedBy: { readonly id: string } | null }
type Row = EvidenceVisits & { readonly code: string; readonly personId: string }

/**
 * By people, of those among these pieces of evidence that are short links, named by whoever made them: nobody shows another's visits.
 * By the id of the evidence.
 */
export async function countEvidence(
  tx: SqlTx,
  { organizationId, settings }: Pick<Actor, 'organizationId' | 'settings'>,
  evidence: readonly Shown[],
): Promise<ReadonlyMap<string, EvidenceVisits>> {
  const named = evidence.flatMap(({ id, url, addedBy }) => {
    const code = url?.includes('/l/') ? readCode(url) : null
    return code && addedBy ? [{ id, code, by: addedBy.id }] : []
  })
  if (named.length === 0) return new Map()
  const rows = await tx.rows<Row>(sql`
    SELECT l.code, l.person_id AS "personId", coalesce(sum(v.visits), 0)::int AS visits,
      min((v.hour AT TIME ZONE ${settings.timeZone})::date) AS "from", max((v.hour AT TIME ZONE ${settings.timeZone})::date) AS "to",
      (SELECT max((d.changed_at AT TIME ZONE ${settings.timeZone})::date) FROM link_destination d WHERE d.organization_id = l.organization_id AND d.link_id = l.id) AS "redirectedOn"
    FROM link l LEFT JOIN link_visit v ON v.organization_id = l.organization_id AND v.link_id = l.id AND v.kind = 'human'
    WHERE l.organization_id = ${organizationId}::uuid AND l.code = ANY (${named.map(({ code }) => code)}::text[]) GROUP BY l.organization_id, l.id, l.code, l.person_id`)
  return new Map(
    named.flatMap(({ id, code, by }) => {
      const row = rows.find((one) => one.code === code && one.personId === by)
      return row ? [[id, { visits: row.visits, from: row.from, to: row.to, redirectedOn: row.redirectedOn }] as const] : []
    }),
  )
}

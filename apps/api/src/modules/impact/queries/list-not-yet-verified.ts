import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { CreditScope } from '../../credits/visible-to.ts'
import { dayNow } from '../../people/visible-to.ts'

export type NotYetVerified = { readonly rung: 1 | 2 | 3; readonly outcomes: number }

/**
 * What has been sent and not yet verified, by rung, as it stands now. Not of the ledger and added to nothing. Sliced like the
 * page as far as an unverified result can be: type, side, channel, person, and teams as they are today.
 */
export function listNotYetVerified(tx: SqlTx, s: CreditScope): Promise<NotYetVerified[]> {
  const none: readonly string[] | null = null
  return tx.rows<NotYetVerified>(sql`
    WITH RECURSIVE below AS (
      SELECT ${s.team ?? null}::uuid AS id
      UNION
      SELECT p.team_id FROM team_placement p JOIN below b ON p.parent_id = b.id WHERE p.organization_id = ${s.organizationId}::uuid
        AND (p.valid_from IS NULL OR p.valid_from <= ${s.today}::date) AND (p.valid_to IS NULL OR p.valid_to > ${s.today}::date)),
    here AS (
      SELECT m.person_id, m.team_id FROM team_membership m JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id
      WHERE m.organization_id = ${s.organizationId}::uuid AND daterange(m.valid_from, m.valid_to) @> ${dayNow(sql`${s.today}::date`)})
    SELECT least(o.rung, 3) AS rung, count(*)::int AS outcomes
    FROM outcome o
    WHERE o.organization_id = ${s.organizationId}::uuid AND o.state IN ('submitted', 'second-look', 'changes-requested')
      AND o.occurred_on BETWEEN coalesce(${s.from}::date, '-infinity') AND coalesce(${s.to}::date, 'infinity')
      AND (${s.type?.length ? [...s.type] : none}::uuid[] IS NULL OR o.type_id = ANY (${s.type?.length ? [...s.type] : none}::uuid[]))
      AND (${s.side?.length ? [...s.side] : none}::text[] IS NULL OR o.side = ANY (${s.side?.length ? [...s.side] : none}::text[]))
      AND (${s.channel?.length ? [...s.channel] : none}::uuid[] IS NULL OR EXISTS (SELECT FROM outcome_channel oc
        WHERE oc.organization_id = o.organization_id AND oc.outcome_id = o.id AND oc.channel_id = ANY (${s.channel?.length ? [...s.channel] : none}::uuid[])))
      AND EXISTS (SELECT FROM contributor k LEFT JOIN here h ON h.person_id = k.person_id
        WHERE k.organization_id = o.organization_id AND k.outcome_id = o.id AND k.weight > 0
          AND (${s.person ?? null}::uuid IS NULL OR k.person_id = ${s.person ?? null}::uuid)
          AND (${s.team ?? null}::uuid IS NULL OR h.team_id IN (SELECT id FROM below))
          AND (${s.reach ? [...s.reach] : none}::uuid[] IS NULL OR h.team_id = ANY (${s.reach ? [...s.reach] : none}::uuid[])))
    GROUP BY 1 ORDER BY 1`)
}

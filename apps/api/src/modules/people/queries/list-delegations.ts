import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { hasRole } from '@oeuvre/domain/organizations/schema'
import { mayDelegateFor } from '@oeuvre/domain/people/delegation/rules'
import type { Delegation, DelegationsOutput } from '@oeuvre/domain/people/delegation/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'

/** Those that run or are to come, as far as they concern this reader, the next first. */
export function listDelegations({ db, actor }: Pick<OrgContext, 'db' | 'actor'>): Promise<DelegationsOutput> {
  const { organizationId, personId, today } = actor
  const isAll = hasRole(actor, 'administrator')
  return read(db, organizationId, async (tx) => {
    const rows = await tx.rows<Omit<Delegation, 'canEnd'>>(sql`
      SELECT d.id, json_build_object('id', p.id, 'name', p.name) AS person, json_build_object('id', x.id, 'name', x.name) AS delegate,
        d.from_day AS "fromDay", d.to_day AS "toDay", d.reason, d.from_day <= ${today}::date AS "isRunning"
      FROM delegation d JOIN person p ON p.organization_id = d.organization_id AND p.id = d.person_id
      JOIN person x ON x.organization_id = d.organization_id AND x.id = d.delegate_id
      WHERE d.organization_id = ${organizationId}::uuid AND d.ended_at IS NULL AND d.to_day >= ${today}::date
        AND (${isAll} OR d.person_id = ${personId}::uuid OR d.delegate_id = ${personId}::uuid)
      ORDER BY d.from_day, d.to_day, p.name, d.id LIMIT 500`)
    const absentees = await tx.rows<{ id: string; name: string }>(sql`
      SELECT p.id, p.name FROM person p WHERE p.organization_id = ${organizationId}::uuid AND p.status = 'active'
        AND (p.left_on IS NULL OR p.left_on > ${today}::date) AND (${isAll} OR p.id = ${personId}::uuid)
        AND EXISTS (SELECT FROM team_manager tm WHERE tm.organization_id = p.organization_id AND tm.person_id = p.id)
      ORDER BY p.id = ${personId}::uuid DESC, p.name, p.id LIMIT 500`)
    return { delegations: rows.map((row) => ({ ...row, canEnd: mayDelegateFor(actor, row.person.id) })), absentees }
  })
}

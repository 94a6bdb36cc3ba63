import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { SetUpProgress } from '@oeuvre/domain/organizations/set-up/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'

/**
 * How far an organization has come. Counted: people still here, teams in use, those who can sign in, open invitations, whoever asks
 * among them; results in any state, as a yes or a no, and how many wait for a decision: an administrator sees counts, not content; of those who gave a role to
 * themselves in the last 90 days the latest 20.
 */
export function getSetUpProgress(ctx: Pick<OrgContext, 'db' | 'actor' | 'now'>): Promise<SetUpProgress> {
  const org = sql`${ctx.actor.organizationId}::uuid`
  return read(ctx.db, ctx.actor.organizationId, async (tx) => {
    const row = await tx.one<SetUpProgress>(sql`SELECT
      (SELECT count(*)::int FROM person WHERE organization_id = ${org} AND status = 'active') AS people,
      (SELECT count(*)::int FROM team WHERE organization_id = ${org} AND archived_at IS NULL) AS teams,
      (SELECT count(*)::int FROM membership WHERE organization_id = ${org} AND ended_at IS NULL) AS "withAccess",
      (SELECT count(DISTINCT person_id)::int FROM access_link WHERE organization_id = ${org} AND kind = 'invitation' AND used_at IS NULL
        AND revoked_at IS NULL) AS invited,
      EXISTS (SELECT FROM event WHERE organization_id = ${org} AND type = 'organization.settings-changed') AS "hasSettings",
      EXISTS (SELECT FROM outcome WHERE organization_id = ${org}) AS "hasOutcomes",
      (SELECT count(*)::int FROM (SELECT FROM outcome WHERE organization_id = ${org} AND state IN ('submitted', 'second-look') LIMIT 1000) w) AS waiting,
      (SELECT coalesce(json_agg(x), '[]') FROM (SELECT e.subject_id AS "personId", p.name, e.payload->>'role' AS role, e.at FROM event e
        JOIN person p ON p.organization_id = e.organization_id AND p.id = e.subject_id
        WHERE e.organization_id = ${org} AND e.type = 'role.granted' AND e.payload->>'isOwn' = 'true' AND e.at > ${ctx.now}::timestamptz - interval '90 days'
        ORDER BY e.id DESC LIMIT 20) x) AS "ownRoles"`)
    if (!row) throw new DomainError('not-found')
    return row
  })
}

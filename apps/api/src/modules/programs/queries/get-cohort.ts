import { sql } from '@oeuvre/db/sql'
import { readSnapshot, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { type CohortAccount, type CohortFacts, type CohortPerson, cohortOf } from '@oeuvre/domain/programs/cohort/rules'
import type { Cohort } from '@oeuvre/domain/programs/cohort/schema'
import { mayKnowBudget, mayKnowValue } from '@oeuvre/domain/programs/policy'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { creditsInScope } from '../../credits/visible-to.ts'
import { recordOf } from '../present.ts'
import { listRows } from '../repo.ts'

/**
 * What became of everybody who joined a program, whoever asks; numbers about people from the smallest group up.
 * @throws DomainError not-found
 */
export function getCohort(ctx: Pick<OrgContext, 'db' | 'actor'>, { id }: { id: string }): Promise<Cohort> {
  const { actor } = ctx
  const { settings, today } = actor
  return readSnapshot(ctx.db, actor.organizationId, async (tx) => {
    const [row] = await listRows(tx, actor, id)
    if (!row) throw new DomainError('not-found')
    const record = recordOf(row)
    const facts: CohortFacts = {
      people: await listPeople(tx, actor, id),
      accounts: await listAccounts(tx, actor, id),
      ...(await loadResults(tx, actor, id)),
      budgetMinor: row.budgetMinor === null ? null : BigInt(row.budgetMinor),
      hours: row.hours,
      today,
    }
    return cohortOf(facts, {
      smallestGroup: settings.smallestGroup,
      knowsValue: mayKnowValue(actor, record),
      knowsBudget: mayKnowBudget(actor, record),
    })
  })
}

/** The ledger as it stands, of the whole organization. */
function scopeOf({ organizationId, today }: Actor, id: string) {
  return creditsInScope({ organizationId, today, program: [id], reach: null, from: null, to: null })
}

function listPeople(tx: SqlTx, actor: Actor, id: string): Promise<CohortPerson[]> {
  return tx.rows<CohortPerson>(sql`
    WITH standing AS (SELECT c.person_id, c.effective_on FROM credit c WHERE ${scopeOf(actor, id)}
      GROUP BY c.person_id, c.outcome_id, c.revision, c.effective_on HAVING sum(c.count_bp) > 0)
    SELECT x.joined_on AS "joinedOn", (SELECT min(s.effective_on) FROM standing s WHERE s.person_id = x.person_id) AS "firstResultOn"
    FROM program_participant x
    WHERE x.organization_id = ${actor.organizationId}::uuid AND x.program_id = ${id}::uuid AND x.joined_on IS NOT NULL`)
}

function listAccounts(tx: SqlTx, { organizationId, settings }: Actor, id: string): Promise<CohortAccount[]> {
  const zone = settings.timeZone
  return tx.rows<CohortAccount>(sql`
    SELECT x.person_id AS "personId", x.named_on AS "namedOn", a.closed_on AS "closedOn",
      greatest(x.named_on, a.used_on, a.last_result_on, a.visited_on, (a.posted_at AT TIME ZONE ${zone})::date) AS "lastSignOn",
      least(p.left_on, x.taken_back_on, m.left_on, (a.withdrawn_at AT TIME ZONE ${zone})::date) AS "unseenFrom"
    FROM program_account x
    JOIN program_participant p ON p.organization_id = x.organization_id AND p.program_id = x.program_id AND p.person_id = x.person_id
    JOIN person m ON m.organization_id = x.organization_id AND m.id = x.person_id
    JOIN social_account a ON a.organization_id = x.organization_id AND a.id = x.account_id
    WHERE x.organization_id = ${organizationId}::uuid AND x.program_id = ${id}::uuid`)
}

/** As on the impact page: only realised value is value. */
async function loadResults(tx: SqlTx, actor: Actor, id: string): Promise<Pick<CohortFacts, 'outcomes' | 'resultsBp' | 'valueMinor'>> {
  const row = await tx.one<{ outcomes: number; bp: string | null; value: string | null }>(sql`
    SELECT (count(*) FILTER (WHERE bp <> 0))::int AS outcomes, sum(bp)::text AS bp, sum(value)::text AS value
    FROM (SELECT sum(c.count_bp) AS bp, sum(CASE WHEN c.value_kind = 'realised' THEN c.reporting_minor END) AS value
      FROM credit c WHERE ${scopeOf(actor, id)} GROUP BY c.outcome_id, c.revision) o`)
  return { outcomes: row?.outcomes ?? 0, resultsBp: BigInt(row?.bp ?? 0), valueMinor: BigInt(row?.value ?? 0) }
}

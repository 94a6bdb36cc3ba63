import { type Sql, sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import type { CreditEvent } from '@oeuvre/domain/credits/events'
import { oppositeOf } from '@oeuvre/domain/credits/rules'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { listStanding } from '../queries/list-standing.ts'
import { appendCredits } from './append-credits.ts'

/** Outcomes of one transaction: a long history is corrected in several, each of them whole. */
const batch = 500

/**
 * The history of people's teams was corrected: each credit that names another team than its person had on the day of the result is
 * taken back and appended with the team of then. Same revision, same shares: nothing else of the outcome moves. What the ledger said
 * before stays readable as of before. Asked any number of times, it does what is left to do.
 */
export async function correctTeams(ctx: CommandContext, personIds: readonly string[]): Promise<number> {
  for (let all = 0; ; ) {
    const corrected = await correctSome(ctx, personIds)
    all += corrected
    if (corrected === 0) return all
  }
}

function correctSome(ctx: CommandContext, personIds: readonly string[]): Promise<number> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await waitForDecisions(tx, organizationId, personIds)
    const found = await tx.rows<{ id: string }>(sql`
      SELECT DISTINCT c.outcome_id AS id FROM credit c ${teamOfThen} WHERE ${standsWrong(organizationId, personIds)} ORDER BY 1 LIMIT ${batch}`)
    const ids = found.map((o) => o.id)
    if (ids.length === 0) return 0
    await tx.rows(sql`
      SELECT FROM outcome WHERE organization_id = ${organizationId}::uuid AND id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`)
    // Read again: whoever held one of them may have taken it back or verified it anew.
    const wrong = await tx.rows<{ id: string; teamId: string | null }>(sql`
      SELECT c.id, m.team_id AS "teamId" FROM credit c ${teamOfThen}
      WHERE ${standsWrong(organizationId, personIds)} AND c.outcome_id = ANY (${ids}::uuid[])`)
    const teams = new Map(wrong.map((w) => [w.id, w.teamId]))
    const entries = (await listStanding(tx, ctx.actor, ids)).filter((e) => teams.has(e.id))
    appendCredits(ledger, oppositeOf(entries, 'team-corrected'))
    appendCredits(
      ledger,
      entries.map(({ id, ...entry }) => ({ ...entry, teamId: teams.get(id) ?? null, cause: 'team-corrected' as const })),
    )
    for (const [id, own] of Map.groupBy(entries, (e) => e.personId)) {
      const event: CreditEvent = { type: 'credits.team-corrected', subject: { kind: 'person', id }, payload: { entries: own.length } }
      emit(event)
    }
    return entries.length
  })
}

const teamOfThen: Sql = sql`LEFT JOIN team_membership m ON m.organization_id = c.organization_id AND m.person_id = c.person_id
  AND daterange(m.valid_from, m.valid_to) @> c.effective_on`

/** Of `credit c` with the membership `m` of its day. */
function standsWrong(organizationId: string, personIds: readonly string[]): Sql {
  return sql`c.organization_id = ${organizationId}::uuid AND c.person_id = ANY (${[...personIds]}::uuid[]) AND c.reverses IS NULL
    AND NOT EXISTS (SELECT FROM credit r WHERE r.organization_id = c.organization_id AND r.reverses = c.id) AND m.team_id IS DISTINCT FROM c.team_id`
}

/** A decision on its way may have read the old team: it is waited for, and its credits are seen. */
async function waitForDecisions(tx: Tx, organizationId: string, personIds: readonly string[]): Promise<void> {
  await tx.rows(sql`
    SELECT FROM outcome o WHERE o.organization_id = ${organizationId}::uuid AND o.state IN ('submitted', 'second-look')
      AND EXISTS (SELECT FROM contributor c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id AND c.person_id = ANY (${[...personIds]}::uuid[]))
    ORDER BY o.id FOR NO KEY UPDATE`)
}

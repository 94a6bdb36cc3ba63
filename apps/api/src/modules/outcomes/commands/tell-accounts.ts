import { sql } from '@oeuvre/db/sql'
import { type LastResults, recordActivity } from '../../accounts/commands/record-activity.ts'
import type { OutcomeRow } from '../queries/load-outcomes.ts'
import type { Decision, Work } from './move-outcomes.ts'

/** Results became verified, or are no longer: the accounts that carried them learn the day of their latest one. */
export async function tellAccounts({ ctx, tx }: Work, rows: readonly OutcomeRow[], decisions: readonly Decision[]): Promise<void> {
  const organizationId = ctx.actor.organizationId
  const touched = new Set(decisions.filter(({ move }) => move.from === 'verified' || move.to === 'verified').map(({ move }) => move.id))
  const accountIds = rows
    .filter(({ id }) => touched.has(id))
    .flatMap(({ channels }) => channels.flatMap(({ account }) => account?.id ?? []))
  if (accountIds.length === 0) return
  await recordActivity(tx, organizationId, accountIds, async (ids): Promise<LastResults> => {
    const days = await tx.rows<{ id: string; day: string }>(sql`
      SELECT c.account_id AS id, max(o.occurred_on) AS day
      FROM outcome_channel c JOIN outcome o ON o.organization_id = c.organization_id AND o.id = c.outcome_id
      WHERE c.organization_id = ${organizationId}::uuid AND c.account_id = ANY (${[...ids]}::uuid[]) AND o.state = 'verified' GROUP BY 1`)
    return new Map(days.map(({ id, day }) => [id, day]))
  })
}

import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import type { Snapshot } from '@oeuvre/domain/outcomes/history/rules'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { digestOf } from '../../accounts/events.ts'
import { recognised } from '../queries/load-facts.ts'

/** Erased accounts: their ids, and the digests of the keys by which links of theirs are recognised. */
export type Forgotten = { readonly accountIds: readonly string[]; readonly keys: ReadonlySet<string> }

/**
 * Links of erased accounts go, from evidence and from every version of a result: that there was one, on which platform, stays. Any number
 * of times.
 */
export function forgetAccounts(ctx: CommandContext, { accountIds, keys }: Forgotten): Promise<number> {
  const { organizationId } = ctx.actor
  const isTheirs = (url: string | null) => url !== null && (recognised(url)?.accountKeys.some((key) => keys.has(digestOf(key))) ?? false)
  return mutate(ctx, async (tx) => {
    const ids = [...accountIds]
    const outcomes = await tx.rows<{ id: string }>(sql`
      SELECT o.id FROM outcome o WHERE o.organization_id = ${organizationId}::uuid AND (
        EXISTS (SELECT FROM evidence e WHERE e.organization_id = o.organization_id AND e.outcome_id = o.id AND e.account_id = ANY (${ids}::uuid[]))
        OR EXISTS (SELECT FROM social_account a WHERE a.organization_id = o.organization_id AND a.id = ANY (${ids}::uuid[]) AND (o.author_id = a.person_id
          OR EXISTS (SELECT FROM contributor c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id AND c.person_id = a.person_id))))
      ORDER BY o.id FOR NO KEY UPDATE OF o`)
    await tx.run(sql`
      UPDATE evidence SET url = NULL, label = '' WHERE organization_id = ${organizationId}::uuid AND account_id = ANY (${ids}::uuid[])`)
    for (const { id } of outcomes) await forgetIn(tx, organizationId, id, isTheirs)
    return outcomes.length
  })
}

async function forgetIn(tx: Tx, organizationId: string, outcomeId: string, isTheirs: (url: string | null) => boolean): Promise<void> {
  const links = await tx.rows<{ id: string; url: string | null }>(sql`
    SELECT id, url FROM evidence WHERE organization_id = ${organizationId}::uuid AND outcome_id = ${outcomeId}::uuid AND url IS NOT NULL`)
  const gone = links.filter(({ url }) => isTheirs(url)).map(({ id }) => id)
  await tx.run(sql`
    UPDATE evidence SET url = NULL, label = '' WHERE organization_id = ${organizationId}::uuid AND id = ANY (${gone}::uuid[])`)
  const versions = await tx.rows<{ version: number; snapshot: Snapshot | null }>(sql`
    SELECT version, snapshot FROM outcome_version WHERE organization_id = ${organizationId}::uuid AND outcome_id = ${outcomeId}::uuid`)
  for (const { version, snapshot } of versions) {
    if (!snapshot?.evidence.some(({ url }) => isTheirs(url))) continue
    const evidence = snapshot.evidence.map((e) => (isTheirs(e.url) ? { ...e, url: null, label: '' } : e))
    await tx.run(sql`
      UPDATE outcome_version SET snapshot = ${JSON.stringify({ ...snapshot, evidence })}::jsonb
      WHERE organization_id = ${organizationId}::uuid AND outcome_id = ${outcomeId}::uuid AND version = ${version}`)
  }
}

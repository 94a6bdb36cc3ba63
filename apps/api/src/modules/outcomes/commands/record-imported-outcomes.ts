import type { Tx } from '@oeuvre/db/tenant'
import type { CommandContext, Emit, MutateTools } from '../../../platform/mutate.ts'
import { listKnown, loadKnown } from '../queries/list-known-deals.ts'
import { applyPlans } from './apply-imported-outcomes.ts'
import {
  type ImportedOutcome,
  type Overwritten,
  type Plan,
  planOf,
  type RecordedOutcome,
  recordedOf,
  same,
  standsOrWaits,
  type TakenBack,
} from './plan-imported-outcomes.ts'

/**
 * Records deals in the transaction of an import (an actor of kind `import`, with the person who runs it): 500 rows in a few
 * statements. New ones arrive verified, matched to the CRM, or submitted where that person contributes. Known ones follow the CRM; of
 * those that people changed, split, channels and story stay. What an import had withdrawn comes back; what people declined or withdrew
 * does not. A result logged by hand under the same number, or that names the link by which
 * the deal came, is joined to the deal and keeps its state.
 */
export async function recordImported(
  ctx: CommandContext,
  tx: Tx,
  emit: Emit,
  tools: MutateTools,
  rows: readonly ImportedOutcome[],
): Promise<readonly RecordedOutcome[]> {
  const known = await listKnown(tx, ctx.actor, rows)
  const plans = rows.map((row) => planOf(ctx, row, known.get(row.externalId) ?? null))
  await applyPlans({ ctx, tx, emit, tools }, plans)
  return plans.map(recordedOf)
}

/** Deals that the CRM no longer counts as won: reopened and withdrawn, cause `crm`. What is not known is left out of the answer. */
export async function withdrawLost(
  ctx: CommandContext,
  tx: Tx,
  emit: Emit,
  tools: MutateTools,
  externalIds: readonly string[],
): Promise<readonly RecordedOutcome[]> {
  const known = await listKnown(
    tx,
    ctx.actor,
    externalIds.map((externalId) => ({ externalId, subject: '' })),
  )
  const plans = externalIds.flatMap((id) => {
    const before = known.get(id)
    // Logged by hand: the CRM never said it was won, so it does not take it back.
    if (!before?.importId) return []
    return [{ ...same(before), to: standsOrWaits(before) ? ('withdrawn' as const) : before.state, cause: 'crm' as const }]
  })
  await applyPlans({ ctx, tx, emit, tools }, plans)
  return plans.map(recordedOf)
}

/** Takes back what an import did, where nobody changed it since: what it added is withdrawn (cause `import-undone`), the rest as before. */
export async function takeBackImported(
  ctx: CommandContext,
  tx: Tx,
  emit: Emit,
  tools: MutateTools,
  rows: readonly { readonly outcomeId: string; readonly versionAfter: number; readonly before: Overwritten | null }[],
): Promise<readonly TakenBack[]> {
  const known = await loadKnown(
    tx,
    ctx.actor,
    rows.map((row) => row.outcomeId),
  )
  const judged = rows.map(({ outcomeId, versionAfter, before }): { answer: TakenBack; plan: Plan | null } => {
    const row = known.get(outcomeId)
    if (!row) return { answer: { outcomeId, result: 'not-there' }, plan: null }
    if (row.version !== versionAfter) return { answer: { outcomeId, result: 'touched-since' }, plan: null }
    const plan = before
      ? { ...same(row), next: before, to: before.state, importId: before.importId, cause: 'import-undone' as const }
      : { ...same(row), to: 'withdrawn' as const, cause: 'import-undone' as const }
    return { answer: { outcomeId, result: before ? 'restored' : 'withdrawn' }, plan }
  })
  await applyPlans(
    { ctx, tx, emit, tools },
    judged.flatMap(({ plan }) => plan ?? []),
  )
  return judged.map(({ answer }) => answer)
}

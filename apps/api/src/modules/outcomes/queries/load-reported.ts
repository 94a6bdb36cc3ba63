import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { Settled, Snapshot } from '@oeuvre/domain/outcomes/history/rules'
import type { OutcomeDetail, PersonRef } from '@oeuvre/domain/outcomes/schema'
import { inReportingCurrency } from '../present.ts'
import type { OutcomeFullRow } from './load-outcomes.ts'

/** What the value of a version was in the reporting currency as long as it stood. */
export type Reported = ReadonlyMap<Snapshot, OutcomeDetail['inReportingCurrency']>

/**
 * Of versions in their order, none left out between them: the last as the outcome has it, each before it as it was when the next took its
 * place; null where nobody kept that.
 */
export async function loadReported(
  tx: SqlTx,
  actor: Actor,
  row: OutcomeFullRow,
  versions: readonly { readonly snapshot: Snapshot | null }[],
): Promise<Reported> {
  const pairs = versions.flatMap(({ snapshot }, i): { snapshot: Snapshot; settled: Settled }[] => {
    const next = versions[i + 1]
    const settled = next ? next.snapshot?.replaced : row
    return snapshot?.value && settled ? [{ snapshot, settled }] : []
  })
  const ratesBy = await loadWhoTyped(
    tx,
    actor,
    pairs.map(({ settled }) => settled),
  )
  return new Map(
    pairs.map(({ snapshot, settled }) => [
      snapshot,
      inReportingCurrency({ ...settled, currency: snapshot.value?.currency ?? null, ratesBy }, actor),
    ]),
  )
}

async function loadWhoTyped(tx: SqlTx, { organizationId }: Actor, settled: readonly Settled[]): Promise<Record<string, PersonRef>> {
  const legs = settled.flatMap(({ conversion }) => [conversion?.from ?? [], conversion?.to ?? []].flat())
  const loads = [...new Set(legs.filter(({ source }) => source === 'typed').map(({ loadId }) => loadId))]
  if (loads.length === 0) return {}
  const people = await tx.rows<PersonRef & { loadId: string }>(sql`SELECT l.id AS "loadId", p.id, p.name FROM rate_load l
    JOIN person p ON p.organization_id = l.organization_id AND p.id = l.by_id
    WHERE l.organization_id = ${organizationId}::uuid AND l.id = ANY (${loads}::uuid[])`)
  return Object.fromEntries(people.map(({ loadId, ...person }) => [loadId, person]))
}

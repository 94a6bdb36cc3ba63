import type { Database } from '@oeuvre/db/database'
import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { allocate, type RecordedEntry, standing } from '@oeuvre/domain/credits/rules'
import { wholeOutcome } from '@oeuvre/domain/credits/schema'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { convertMinor } from '@oeuvre/domain/money/conversion'
import type { Conversion } from '@oeuvre/domain/rates/schema'
import { listEntries } from './list-standing.ts'

export type LedgerProblem = {
  readonly outcomeId: string
  readonly what: 'sum' | 'state' | 'split' | 'allocation' | 'conversion' | 'order' | 'team'
}
export type LedgerReport = { readonly outcomes: number; readonly entries: number; readonly problems: readonly LedgerProblem[] }

type Outcome = {
  readonly id: string
  readonly state: string
  readonly valueMinor: string | null
  readonly digits: number | null
  readonly reportingMinor: string | null
  readonly conversion: Conversion | null
  readonly weights: Record<string, number> | null
}

const batch = 1_000

/**
 * Recomputes what the ledger must be, from its entries and from the outcomes as they stand: each outcome that is verified has all of one
 * result and of its value, by the weights of its contributors and by largest remainder, converted as the
 * rates say that are stored with it, each under the team of its person on that day;
 * every other has nothing; versions grow with time.
 */
export function verifyLedger(db: Database, organizationId: OrganizationId): Promise<LedgerReport> {
  return read(db, organizationId, async (tx) => {
    const problems: LedgerProblem[] = [...(await findDisorder(tx, organizationId)), ...(await findOtherTeams(tx, organizationId))]
    let outcomes = 0
    let entries = 0
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const page = await listOutcomes(tx, organizationId, after)
      const last = page.at(-1)
      if (!last) return { outcomes, entries, problems }
      const byOutcome = Map.groupBy(
        await listEntries(
          tx,
          { organizationId },
          page.map((o) => o.id),
        ),
        (entry) => entry.outcomeId,
      )
      for (const outcome of page) {
        const found = byOutcome.get(outcome.id) ?? []
        entries += found.length
        problems.push(...problemsOf(outcome, found))
      }
      outcomes += page.length
      after = last.id
    }
  })
}

/** Everything that is verified, and everything that the ledger names. */
function listOutcomes(tx: SqlTx, organizationId: OrganizationId, after: string): Promise<Outcome[]> {
  return tx.rows<Outcome>(sql`SELECT o.id, o.state, o.value_minor AS "valueMinor", o.digits, o.reporting_minor AS "reportingMinor", o.conversion,
      (SELECT json_object_agg(c.person_id, c.weight) FROM contributor c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id AND c.weight > 0) AS weights
    FROM outcome o WHERE o.organization_id = ${organizationId}::uuid AND o.id > ${after}::uuid AND (o.state = 'verified' OR o.revision > 0)
    ORDER BY o.id LIMIT ${batch}`)
}

/** A later version was recorded before an earlier one. */
async function findDisorder(tx: SqlTx, organizationId: OrganizationId): Promise<LedgerProblem[]> {
  const rows = await tx.rows<{ outcomeId: string }>(sql`SELECT outcome_id AS "outcomeId" FROM (
      SELECT outcome_id, recorded_at, max(recorded_at) OVER (ORDER BY ledger_version RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
      FROM credit WHERE organization_id = ${organizationId}::uuid) x WHERE recorded_at <= before LIMIT 20`)
  return rows.map(({ outcomeId }) => ({ outcomeId, what: 'order' as const }))
}

/** A correction of somebody's teams that the ledger has not followed (or not yet: it is work in the background). */
async function findOtherTeams(tx: SqlTx, organizationId: OrganizationId): Promise<LedgerProblem[]> {
  const rows = await tx.rows<{ outcomeId: string }>(sql`SELECT DISTINCT c.outcome_id AS "outcomeId" FROM credit c
    LEFT JOIN team_membership m ON m.organization_id = c.organization_id AND m.person_id = c.person_id
      AND daterange(m.valid_from, m.valid_to) @> c.effective_on
    WHERE c.organization_id = ${organizationId}::uuid AND c.reverses IS NULL AND m.team_id IS DISTINCT FROM c.team_id
      AND NOT EXISTS (SELECT FROM credit r WHERE r.organization_id = c.organization_id AND r.reverses = c.id) LIMIT 20`)
  return rows.map(({ outcomeId }) => ({ outcomeId, what: 'team' as const }))
}

function problemsOf(outcome: Outcome, entries: Awaited<ReturnType<typeof listEntries>>): LedgerProblem[] {
  const { id, state, valueMinor, weights } = outcome
  const problem = (what: LedgerProblem['what']): LedgerProblem[] => [{ outcomeId: id, what }]
  const points = entries.reduce((sum, e) => sum + e.countBp, 0)
  const value = entries.reduce((sum, e) => sum + (e.valueMinor ?? 0n), 0n)
  if (state !== 'verified') return points === 0 && value === 0n && standing(entries).length === 0 ? [] : problem('state')
  if (points !== wholeOutcome || value !== BigInt(valueMinor ?? 0)) return problem('sum')
  const stands = standing(entries)
  const isSplit = stands.length === Object.keys(weights ?? {}).length && stands.every((e) => weights?.[e.personId] === e.weight)
  if (!isSplit) return problem('split')
  const shares = allocate(BigInt(wholeOutcome), stands, id)
  const values = allocate(value, stands, id)
  const isAllocated = stands.every(
    (e) => shares.get(e.personId) === BigInt(e.countBp) && (e.valueMinor === null || values.get(e.personId) === e.valueMinor),
  )
  if (!isAllocated) return problem('allocation')
  return isConverted(outcome, stands) ? [] : problem('conversion')
}

/** What the entries say in the reporting currency is what the outcome says, and that is its value by the rates it names. */
function isConverted({ id, valueMinor, digits, reportingMinor, conversion }: Outcome, stands: readonly RecordedEntry[]): boolean {
  if (reportingMinor === null) return stands.every((e) => e.reportingMinor === null)
  const reported = BigInt(reportingMinor)
  const parts = allocate(reported, stands, id)
  if (!stands.every((e) => parts.get(e.personId) === e.reportingMinor)) return false
  if (conversion === null) return reportingMinor === valueMinor
  const [from, to] = [conversion.from, conversion.to].map((leg) => leg?.perEuro ?? '1')
  return (
    reported ===
    convertMinor(BigInt(valueMinor ?? 0), { perEuro: from ?? '1', digits: digits ?? 0 }, { perEuro: to ?? '1', digits: conversion.digits })
  )
}

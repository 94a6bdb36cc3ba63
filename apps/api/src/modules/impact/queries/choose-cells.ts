import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { addDays, addMonths, startOfMonth } from '@oeuvre/domain/time/calendar'
import type { CreditScope } from '../../credits/visible-to.ts'
import { type Cells, cellsOfLedger, cellsOfRollups, type Span } from './read-cells.ts'

/** Beyond so many entries between what is folded and what is asked, it depends on their days which costs less. */
const furthest = 10_000

export type Base = {
  /** The version of the figures: the newest, or the last of the day asked about. */
  readonly version: string
  /** Up to where the rollups hold; null: they are of no use now. */
  readonly folded: string | null
  /** The same where so much lies between that `nearest` has to decide. */
  readonly far: string | null
}

/** Versions, read once for all questions of a page. */
export async function loadBase(tx: SqlTx, organizationId: string, instant: Date | null): Promise<Base> {
  const row = await tx.one<{ version: string; folded: string | null; isNear: boolean }>(sql`
    WITH at AS (SELECT CASE WHEN ${instant}::timestamptz IS NULL THEN v.ledger_version ELSE ledger_version_before(v.organization_id, ${instant}::timestamptz) END AS version
      FROM organization_version v WHERE v.organization_id = ${organizationId}::uuid)
    SELECT at.version, CASE WHEN NOT s.is_stale THEN s.ledger_version END AS folded,
      (SELECT count(*) FROM (SELECT FROM credit c WHERE c.organization_id = ${organizationId}::uuid
        AND c.ledger_version > least(s.ledger_version, at.version) AND c.ledger_version <= greatest(s.ledger_version, at.version) LIMIT ${furthest + 1}) x) <= ${furthest} AS "isNear"
    FROM at LEFT JOIN rollup_state s ON s.organization_id = ${organizationId}::uuid`)
  if (!row) return { version: '0', folded: null, far: null }
  const { version, folded, isNear } = row
  return isNear ? { version, folded, far: null } : { version, folded: null, far: folded }
}

/** For the days of a scope: the rollups, where fewer of their entries lie between than stand. */
export async function nearest(tx: SqlTx, scope: CreditScope, base: Base): Promise<Base> {
  const { organizationId, from, to } = scope
  const months = from !== null && to !== null ? wholeMonths({ from, to }).months : null
  if (base.far === null || months === null || isSliced(scope)) return base
  const counted = await tx.one<{ isNear: boolean }>(sql`
    SELECT count(*) FILTER (WHERE (c.ledger_version > ${base.version}::bigint) <> (c.ledger_version > ${base.far}::bigint))
      < count(*) FILTER (WHERE c.ledger_version <= ${base.version}::bigint) AS "isNear"
    FROM credit c WHERE c.organization_id = ${organizationId}::uuid AND c.effective_on >= ${months.from}::date AND c.effective_on < ${months.before}::date`)
  return counted?.isNear ? { ...base, folded: base.far } : base
}

/** Which months of a span are whole, and which days are left at its edges. Both ends of the span are included. */
export function wholeMonths(span: Span): {
  readonly months: { readonly from: string; readonly before: string } | null
  readonly edges: Span[]
} {
  const from = span.from.endsWith('-01') ? span.from : startOfMonth(addMonths(span.from, 1))
  const before = startOfMonth(addDays(span.to, 1))
  if (from >= before) return { months: null, edges: [span] }
  const edges: Span[] = []
  if (span.from < from) edges.push({ from: span.from, to: addDays(from, -1) })
  if (span.to >= before) edges.push({ from: before, to: span.to })
  return { months: { from, before }, edges }
}

function isSliced(scope: CreditScope): boolean {
  const { reach, team, type, channel, side, skill, program, objective, rung, valueKind, person } = scope
  const lists = [type, channel, side, skill, program, objective, rung, valueKind]
  return reach !== null || team !== undefined || person !== undefined || lists.some((list) => list !== undefined && list.length > 0)
}

/** Rollups where they can answer, else the ledger. `grain`: how finely days are told apart. Both say the same: a test holds it. */
export function chooseCells(scope: CreditScope, base: Base, grain: 'day' | 'month'): Cells {
  const { from, to, organizationId } = scope
  const atVersion = { ...scope, ledgerVersion: base.version }
  if (base.folded === null || isSliced(scope) || from === null || to === null) return cellsOfLedger(atVersion)
  return cellsOfRollups(organizationId, base.version, { version: base.folded, ...wholeMonths({ from, to }) }, grain)
}

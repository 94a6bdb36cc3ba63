import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { addDays, addMonths, startOfMonth } from '@oeuvre/domain/time/calendar'
import type { CreditScope } from '../../credits/visible-to.ts'
import { type Cells, cellsOfLedger, type Span } from './read-cells.ts'
import { cellsOfRollups, wholeMonths } from './read-rollups.ts'

/** Beyond so many entries between what is folded and what is asked, it depends on their days which costs less. */
const furthest = 10_000

export type Base = {
  /** The version of the figures: the newest, or the last of the day asked about. */
  readonly version: string
  /** Up to where the rollups hold; null: they are of no use now. */
  readonly folded: string | null
  /** The same where so much lies between that `nearest` has to decide. */
  readonly far: string | null
  /** Days on which a team moved. */
  readonly moves: readonly string[]
}

/** Versions, read once for all questions of a page. */
export async function loadBase(tx: SqlTx, organizationId: string, instant: Date | null): Promise<Base> {
  const row = await tx.one<Omit<Base, 'far'> & { isNear: boolean }>(sql`
    WITH at AS (SELECT CASE WHEN ${instant}::timestamptz IS NULL THEN v.ledger_version ELSE ledger_version_before(v.organization_id, ${instant}::timestamptz) END AS version
      FROM organization_version v WHERE v.organization_id = ${organizationId}::uuid)
    SELECT at.version, CASE WHEN NOT s.is_stale THEN s.ledger_version END AS folded,
      (SELECT count(*) FROM (SELECT FROM credit c WHERE c.organization_id = ${organizationId}::uuid
        AND c.ledger_version > least(s.ledger_version, at.version) AND c.ledger_version <= greatest(s.ledger_version, at.version) LIMIT ${furthest + 1}) x) <= ${furthest} AS "isNear",
      (SELECT coalesce(json_agg(DISTINCT d.day), '[]') FROM team_placement p CROSS JOIN LATERAL (VALUES (p.valid_from), (p.valid_to)) AS d (day)
        WHERE p.organization_id = ${organizationId}::uuid AND d.day IS NOT NULL) AS moves
    FROM at LEFT JOIN rollup_state s ON s.organization_id = ${organizationId}::uuid`)
  if (!row) return { version: '0', folded: null, far: null, moves: [] }
  const { isNear, ...base } = row
  return isNear ? { ...base, far: null } : { ...base, folded: null, far: base.folded }
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

function isSliced(scope: CreditScope): boolean {
  const { reach, team, chart, type, channel, side, skill, program, objective, rung, valueKind, person } = scope
  const lists = [type, channel, side, skill, program, objective, rung, valueKind]
  return (
    reach !== null ||
    team !== undefined ||
    chart !== undefined ||
    person !== undefined ||
    lists.some((list) => list !== undefined && list.length > 0)
  )
}

/**
 * First days between which days need not be told apart: months, what is asked by itself within the scope, and wherever the tree changed.
 */
function cutsOf({ from, to }: Span, { moves }: Base, inner: Span | null): string[] {
  const months = [from]
  for (let day = addMonths(startOfMonth(from), 1); day <= to; day = addMonths(day, 1)) months.push(day)
  const edges = inner ? [inner.from, addDays(inner.to, 1)] : []
  return [...new Set([...months, ...[...moves, ...edges].filter((day) => day > from && day <= to)])].sort()
}

/**
 * Rollups where they can answer, else the ledger. Both say the same: a test holds it. `grain`: how finely days are told apart; `inner`:
 * days within that are asked by themselves, with `narrow`.
 */
export function chooseCells(scope: CreditScope, base: Base, grain: 'day' | 'month', inner: Span | null = null): Cells {
  const { from, to, organizationId } = scope
  const { version, folded } = base
  const atVersion = { ...scope, ledgerVersion: version }
  if (from === null || to === null) return cellsOfLedger(atVersion)
  const cuts = grain === 'month' ? cutsOf({ from, to }, base, inner) : null
  if (folded === null || isSliced(scope)) return cellsOfLedger(atVersion, cuts)
  return cellsOfRollups({ organizationId, version, folded: { version: folded, ...wholeMonths({ from, to }) }, grain, cuts })
}

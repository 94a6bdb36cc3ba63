import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type CreditScope, chartDay, teamPathCte } from '../../credits/visible-to.ts'
import type { Cells } from './read-cells.ts'
import { pathHeld, teamsAbove } from './read-teams.ts'

/** A team that stands beside another stood below it then. Half open; null is −∞ or ∞. */
export type Nested = { readonly teamId: string; readonly aboveId: string; readonly span: string }

/** Of teams that stand beside one another now, which stood below another of them on some day from `from` to `to`, both included. */
export function loadNested(
  tx: SqlTx,
  scope: Pick<CreditScope, 'organizationId' | 'from' | 'to' | 'chart' | 'today'>,
  level: readonly string[],
): Promise<Nested[]> {
  const { organizationId, from, to } = scope
  const teams = sql`${[...level]}::uuid[]`
  return tx.rows<Nested>(sql`WITH RECURSIVE ${teamPathCte(organizationId, chartDay(scope))}
    SELECT tp.team_id AS "teamId", tp.above_id AS "aboveId", daterange(tp.valid_from, tp.valid_to)::text AS span FROM team_path tp
    WHERE tp.team_id = ANY (${teams}) AND tp.above_id = ANY (${teams}) AND tp.team_id <> tp.above_id
      AND daterange(tp.valid_from, tp.valid_to) && daterange(${from}::date, ${to}::date, '[]')`)
}

export function aboveOf(nested: readonly Nested[]): Record<string, string[]> {
  const above = Map.groupBy(nested, (row) => row.teamId)
  return Object.fromEntries([...above].map(([teamId, rows]) => [teamId, [...new Set(rows.map((row) => row.aboveId))]]))
}

/** Each share with the one team of the level under which it stood on the day of the result: the highest, where there were several. */
export function disjointTeams(cells: Cells, level: readonly string[], nested: readonly Nested[]): Cells {
  const rows = sql`unnest(${nested.map((row) => row.teamId)}::uuid[], ${nested.map((row) => row.span)}::daterange[])`
  const team = teamsAbove(
    sql`TRUE`,
    (path, day) => sql`${pathHeld(path, day)} AND ${path}.above_id = ANY (${[...level]}::uuid[])
      AND NOT EXISTS (SELECT FROM ${rows} AS n(team_id, span) WHERE n.team_id = ${path}.above_id AND n.span @> ${day})`,
  )
  return { ...cells, part: { ...cells.part, team } }
}

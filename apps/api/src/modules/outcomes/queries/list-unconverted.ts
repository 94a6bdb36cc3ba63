import { type Sql, sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { UnconvertedOutput } from '@oeuvre/domain/outcomes/conversion/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { loadConversions } from '../../rates/queries/load-conversions.ts'

/** Of `outcome o`: with a value of another currency for which no rate was known. */
export function unconverted(organizationId: string): Sql {
  return sql`o.organization_id = ${organizationId}::uuid AND o.reporting_minor IS NULL AND o.value_minor IS NOT NULL AND o.occurred_on IS NOT NULL
    AND o.state IN ('verified', 'submitted', 'second-look', 'changes-requested')`
}

type Row = { readonly currency: string; readonly day: string; readonly outcomes: number; readonly verified: number }
const shownDays = 12

/**
 * Which results have no value in the reporting currency, by currency, and the days of which a rate is missing; never a value: sums stand on the
 * impact page, for those who may see them. `converting`: a rate is there, and work in the background is about to use it.
 */
export function listUnconverted({ db, actor }: Pick<OrgContext, 'db' | 'actor'>): Promise<UnconvertedOutput> {
  return read(db, actor.organizationId, async (tx) => {
    const rows = await tx.rows<Row>(sql`
      SELECT o.currency, o.occurred_on AS day, count(*)::int AS outcomes, count(*) FILTER (WHERE o.state = 'verified')::int AS verified FROM outcome o
      WHERE ${unconverted(actor.organizationId)} GROUP BY 1, 2 ORDER BY 1, 2 DESC`)
    const valued = (row: Row) => ({ value: { minor: '1', currency: row.currency, digits: 0 }, day: row.day })
    const conversions = await loadConversions(tx, actor, rows.map(valued))
    const [waiting, missing] = [true, false].map((isKnown) => rows.filter((row) => (conversions(valued(row)).minor !== null) === isKnown))
    const all = (list: readonly Row[] = [], what: 'outcomes' | 'verified' = 'outcomes') => list.reduce((sum, row) => sum + row[what], 0)
    return {
      converting: all(waiting),
      currencies: [...Map.groupBy(missing ?? [], (row) => row.currency)].map(([currency, own]) => ({
        currency,
        outcomes: all(own),
        verified: all(own, 'verified'),
        firstDay: own.at(-1)?.day ?? '',
        lastDay: own[0]?.day ?? '',
        days: own.slice(0, shownDays).map(({ day, outcomes }) => ({ day, outcomes })),
        moreDays: Math.max(0, own.length - shownDays),
      })),
    }
  })
}

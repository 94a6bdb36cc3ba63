import { type Sql, sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { claimFinder } from '@oeuvre/domain/outcomes/claims/rules'
import type { DealCandidate } from '@oeuvre/domain/transfers/deals/schema'
import type { TypeOption } from '@oeuvre/domain/transfers/schema'
import { loadClaims } from '../../outcomes/queries/find-doubles.ts'
import { askByLink } from '../../outcomes/queries/join-by-link.ts'
import type { ImportKey } from './stage-rows.sql.ts'

/** What likeness asks of a deal. */
export type LikeDeal = Pick<DealCandidate, 'externalId' | 'typeId' | 'subject' | 'occurredOn' | 'value'>

const most = 5
/** Rows looked at together: a file may have a million. */
const page = 2_000

export function likenedDeal(deal: LikeDeal, types: readonly Pick<TypeOption, 'id' | 'valueKind'>[]) {
  return { ...deal, valueKind: types.find((type) => type.id === deal.typeId)?.valueKind ?? null, personIds: [], isImported: true }
}

/**
 * Deals to be added that may be results which somebody claimed by hand: noted beside the row, so that the dry run and the report tell. They
 * are never joined by themselves: only the same number of the CRM is certain, or a link that only one result names. Where several could be
 * meant by a link, each is noted.
 */
export async function markLikeClaims(tx: Tx, { organizationId, importId }: ImportKey, types: readonly TypeOption[]): Promise<void> {
  const own = sql`r.organization_id = ${organizationId}::uuid AND r.import_id = ${importId}::uuid`
  const isToAdd = sql`r.result = 'added' AND (r.first_number IS NULL OR r.first_number = r.number)`
  const toAdd = sql`${own} AND ${isToAdd}`
  const between = await tx.one<{ from: string; to: string; last: number }>(sql`
    SELECT min(r.candidate -> 'deal' ->> 'occurredOn') AS "from", max(r.candidate -> 'deal' ->> 'occurredOn') AS "to", max(r.number) AS last
    FROM import_row r WHERE ${toAdd} HAVING count(r.candidate -> 'deal' ->> 'occurredOn') > 0`)
  if (!between) return
  const near = claimFinder(await loadClaims(tx, organizationId, { between, externalIds: [] }))
  for (let after = 0; after < between.last; after += page) {
    // By numbers alone: the planner, who thinks these rows few, would fetch and sort all that are to be added for every page.
    const rows = await tx.rows<Row>(sql`WITH r AS MATERIALIZED (
        SELECT r.number, r.result, r.first_number, r.candidate FROM import_row r WHERE ${own} AND r.number > ${after} AND r.number <= ${after + page})
      SELECT r.number, d.* FROM r
      CROSS JOIN LATERAL jsonb_to_record(r.candidate -> 'deal') AS d("externalId" text, "typeId" text, subject text, "occurredOn" text, value jsonb, "linkCode" text, utm jsonb)
      WHERE ${isToAdd} ORDER BY r.number`)
    const numbers = rows.map((row) => row.externalId)
    const certain = claimFinder(await loadClaims(tx, organizationId, { between: null, externalIds: numbers }))
    const byLink = await askByLink(tx, organizationId, rows)
    await mark(tx, own, rows, (row) => {
      const deal = likenedDeal(row, types)
      const alike = [...certain(deal), ...near(deal)].map(({ claim }) => claim.id)
      return [...new Set([...alike, ...(byLink.get(row.externalId) ?? [])])]
    })
  }
}

type Row = LikeDeal & Pick<DealCandidate, 'linkCode' | 'utm'> & { readonly number: number }

async function mark(tx: Tx, own: Sql, rows: readonly Row[], find: (row: Row) => string[]): Promise<void> {
  const marks = rows.flatMap((row) => {
    const ids = find(row)
    return ids.length > 0 ? [{ number: row.number, ids: ids.sort().slice(0, most) }] : []
  })
  if (marks.length === 0) return
  await tx.run(sql`UPDATE import_row r SET like_ids = ARRAY(SELECT jsonb_array_elements_text(m.ids)::uuid)
    FROM jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) AS m(number int, ids jsonb) WHERE ${own} AND r.number = m.number`)
}

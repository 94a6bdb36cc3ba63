import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { claimFinder } from '@oeuvre/domain/outcomes/claims/rules'
import type { DealCandidate } from '@oeuvre/domain/transfers/deals/schema'
import type { TypeOption } from '@oeuvre/domain/transfers/schema'
import { loadClaims } from '../../outcomes/queries/find-doubles.ts'
import type { ImportKey } from './stage-rows.sql.ts'

/** What likeness asks of a deal. */
export type LikeDeal = Pick<DealCandidate, 'externalId' | 'typeId' | 'subject' | 'occurredOn' | 'value'>

const most = 5

export function likenedDeal(deal: LikeDeal, types: readonly Pick<TypeOption, 'id' | 'valueKind'>[]) {
  return { ...deal, valueKind: types.find((type) => type.id === deal.typeId)?.valueKind ?? null, personIds: [], isImported: true }
}

/**
 * Deals to be added that may be results which somebody claimed by hand: noted beside the row, so that the dry run and the report tell. They
 * are never joined by themselves: only the same number of the CRM is certain.
 */
export async function markLikeClaims(tx: Tx, { organizationId, importId }: ImportKey, types: readonly TypeOption[]): Promise<void> {
  const own = sql`r.organization_id = ${organizationId}::uuid AND r.import_id = ${importId}::uuid`
  const rows = await tx.rows<{ number: number } & LikeDeal>(sql`SELECT r.number, d.* FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.candidate -> 'deal') AS d("externalId" text, "typeId" text, subject text, "occurredOn" text, value jsonb)
    WHERE ${own} AND r.result = 'added' AND r.number > 0 AND (r.first_number IS NULL OR r.first_number = r.number)`)
  const days = rows.map((row) => row.occurredOn).sort()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return
  const find = claimFinder(await loadClaims(tx, organizationId, { from, to, externalIds: rows.map((row) => row.externalId) }))
  const marks = rows.flatMap(({ number, ...deal }) => {
    const ids = find(likenedDeal(deal, types)).map(({ claim }) => claim.id)
    return ids.length > 0 ? [{ number, ids: ids.sort().slice(0, most) }] : []
  })
  if (marks.length === 0) return
  await tx.run(sql`UPDATE import_row r SET like_ids = ARRAY(SELECT jsonb_array_elements_text(m.ids)::uuid)
    FROM jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) AS m(number int, ids jsonb) WHERE ${own} AND r.number = m.number`)
}

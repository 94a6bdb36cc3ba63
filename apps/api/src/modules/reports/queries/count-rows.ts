import type { ReportAsked } from '@oeuvre/domain/reports/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { countOutcomes } from '../../outcomes/queries/list-outcomes.ts'

/** How many rows a file will have; null: more than are counted, or of the ledger, which is read in one go. */
export async function countRows(ctx: OrgContext, asked: Exclude<ReportAsked, { kind: 'impact-pdf' }>): Promise<number | null> {
  if (asked.kind !== 'outcomes-csv') return null
  const { count, isCapped } = await countOutcomes(ctx, asked.filter)
  return isCapped ? null : count
}

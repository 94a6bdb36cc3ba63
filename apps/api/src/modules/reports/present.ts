import type { ReportOutput } from '@oeuvre/domain/reports/schema'
import { askedOf, type ReportRow } from './repo.ts'

export function presentReport(row: ReportRow): ReportOutput[] {
  const asked = askedOf(row)
  if (!asked) return []
  const { id, state, rowsDone, rowsTotal, fileName, errorCode } = row
  const size = row.size === null ? null : Number(row.size)
  return [{ id, asked, state, rowsDone, rowsTotal, fileName, size, errorCode, createdAt: row.createdAt.toISOString() }]
}

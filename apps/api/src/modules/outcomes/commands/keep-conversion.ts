import type { Money } from '@oeuvre/domain/money/money'
import { moneyOf } from '@oeuvre/domain/outcomes/rules'
import type { OutcomeDraft } from '@oeuvre/domain/outcomes/schema'
import type { Converted } from '@oeuvre/domain/rates/rules'
import type { Conversion } from '@oeuvre/domain/rates/schema'
import { moneyOfRow } from '../present.ts'
import type { OutcomeRow } from '../queries/load-outcomes.ts'

type Stored = Pick<OutcomeRow, 'state' | 'valueMinor' | 'currency' | 'digits' | 'occurredOn' | 'reportingMinor' | 'conversion'>

/** As the columns of an outcome. */
export function convertedColumns({ minor, conversion }: Converted): {
  readonly reporting_minor: string | null
  readonly conversion: Conversion | null
} {
  return { reporting_minor: minor?.toString() ?? null, conversion }
}

/** What the row says of its value in the reporting currency. */
export function minorOf({ reportingMinor }: Pick<Stored, 'reportingMinor'>): bigint | null {
  return reportingMinor === null ? null : BigInt(reportingMinor)
}

/** The rate that is stored with a verified result stays while its value and its day stay, whatever was said of that day's rate since. */
export function sameConversion(row: Stored | null, { value, day }: { value: Money | null; day: string | null }): Converted | null {
  if (row?.state !== 'verified' || row.reportingMinor === null || row.occurredOn !== day) return null
  const own = moneyOfRow(row)
  const isSame = own?.minor === value?.minor && own?.currency === value?.currency && own?.digits === value?.digits
  return isSame ? { minor: minorOf(row), conversion: row.conversion } : null
}

export function keptConversion(row: Stored, draft: OutcomeDraft, fresh: Converted): Converted {
  return sameConversion(row, { value: moneyOf(draft).value, day: draft.occurredOn ?? null }) ?? fresh
}

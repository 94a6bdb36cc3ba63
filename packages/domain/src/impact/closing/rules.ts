import { addDays, addMonths, isoWeek, weekday } from '../../time/calendar.ts'
import type { Day } from '../../time/day.ts'
import { formatPeriodCode } from '../../time/period-codes.ts'

/** The shortest way to name these days in an address, whatever day it is: a month, a quarter, a fiscal quarter, a year, a fiscal year, a week, or the days. */
export function codeOfDays({ from, to }: { readonly from: Day; readonly to: Day }, fiscalYearStartMonth: number): string {
  const [year = 0, month = 0] = from.split('-').map(Number)
  const isMonths = (count: number) => from.endsWith('-01') && addDays(addMonths(from, count), -1) === to
  if (isMonths(1)) return formatPeriodCode({ kind: 'month', year, month })
  if (isMonths(3) && month % 3 === 1) return formatPeriodCode({ kind: 'quarter', year, quarter: (month + 2) / 3 })
  if (isMonths(3) && (month - fiscalYearStartMonth + 12) % 3 === 0) {
    const quarter = ((month - fiscalYearStartMonth + 12) % 12) / 3 + 1
    return formatPeriodCode({ kind: 'fiscal-quarter', year: month < fiscalYearStartMonth ? year : year + 1, quarter })
  }
  if (isMonths(12) && month === 1) return formatPeriodCode({ kind: 'year', year })
  if (isMonths(12) && month === fiscalYearStartMonth) return formatPeriodCode({ kind: 'fiscal-year', year: year + 1 })
  if (weekday(from) === 1 && addDays(from, 6) === to) return formatPeriodCode({ kind: 'week', ...isoWeek(from) })
  return formatPeriodCode({ kind: 'days', from, to })
}

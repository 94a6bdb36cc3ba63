import { equityMonths } from '@oeuvre/domain/equity/schema'

export type Months = (typeof equityMonths)[number]

/** Of an address, which may say anything: a year unless it names another period. */
export function monthsOf(text: string | undefined): Months {
  return equityMonths.find((months) => String(months) === text) ?? 12
}

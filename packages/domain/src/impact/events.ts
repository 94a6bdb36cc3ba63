import type { Day } from '../time/day.ts'

type On<T extends string, P> = {
  readonly type: T
  readonly subject: { readonly kind: 'closing'; readonly id: string }
  readonly payload: P
}

/** What happens to the figures of a period as such. Payloads hold ids, numbers and days only. */
export type ImpactEvent =
  | On<'period.closed', { readonly from: Day; readonly to: Day; readonly ledgerVersion: string }>
  | On<'period.reopened', { readonly from: Day; readonly to: Day }>

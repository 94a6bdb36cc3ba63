import type { Day } from '../time/day.ts'
import type { LoadCounts, RateSource } from './schema.ts'

/** Rates came: never the name of the file, which is a text. */
export type RateEvent = {
  readonly type: 'rates.loaded'
  readonly subject: { readonly kind: 'rate-load'; readonly id: string }
  readonly payload: LoadCounts & { readonly source: RateSource; readonly firstDay: Day; readonly lastDay: Day }
}

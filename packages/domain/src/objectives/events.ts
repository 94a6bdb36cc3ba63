import type { Day } from '../time/day.ts'

/** Ids, codes, numbers and days only: titles and reasons stand in the table, where they can be blanked. */
export type ObjectiveEvent = {
  readonly subject: { readonly kind: 'objective'; readonly id: string }
} & (
  | {
      readonly type: 'objective.created' | 'objective.edited'
      readonly payload: {
        readonly version: number
        readonly teamId: string | null
        readonly parentId: string | null
        readonly ownerId: string
        readonly measure: 'results' | 'value'
        /** Whole results, or minor units of the reporting currency. */
        readonly target: string
        readonly from: Day
        readonly to: Day
      }
    }
  | { readonly type: 'objective.archived' | 'objective.restored'; readonly payload: { readonly version: number } }
)

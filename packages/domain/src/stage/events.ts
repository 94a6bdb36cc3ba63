import type { Day } from '../time/day.ts'
import type { ChangedWord } from './rules.ts'
import type { DownCause } from './schema.ts'

/**
 * Ids, codes, numbers and days only. Who answered what is no event: the log is kept for good, and whoever says no shall leave no trace
 * in it. That everybody agreed, or that not everybody did, is said by the system.
 */
export type StoryEvent = {
  readonly subject: { readonly kind: 'story'; readonly id: string }
} & (
  | {
      readonly type: 'story.chosen'
      readonly payload: {
        readonly outcomeId: string
        readonly personIds: readonly string[]
        readonly from: Day
        readonly until: Day | null
      }
    }
  /** Of people who came to the result afterwards. */
  | { readonly type: 'story.asked'; readonly payload: { readonly outcomeId: string; readonly personIds: readonly string[] } }
  | {
      readonly type: 'story.scheduled'
      readonly payload: { readonly outcomeId: string; readonly from: Day; readonly until: Day | null; readonly isLead: boolean }
    }
  /** The former words stand in the table, not here. */
  | {
      readonly type: 'story.reworded'
      readonly payload: { readonly outcomeId: string; readonly fields: readonly ChangedWord[] }
    }
  | { readonly type: 'story.agreed' | 'story.refused'; readonly payload: { readonly outcomeId: string; readonly toId: string } }
  | {
      readonly type: 'story.taken-down'
      readonly payload: {
        readonly outcomeId: string
        readonly cause: DownCause
        readonly toId: string
        readonly personIds?: readonly string[]
      }
    }
  | { readonly type: 'story.restored'; readonly payload: { readonly outcomeId: string } }
)

import type { Day } from '../time/day.ts'
import type { PlaybookPage } from './playbook/schema.ts'
import type { ProgramForm } from './schema.ts'

/**
 * Ids, codes, numbers and days only. Joining, saying no and leaving are no events: the log is kept for good and names who acted, and
 * who leaves shall leave no trace.
 */
export type ProgramEvent = {
  readonly subject: { readonly kind: 'program'; readonly id: string }
} & (
  | {
      readonly type: 'program.created' | 'program.edited'
      readonly payload: {
        readonly version: number
        readonly objectiveId: string | null
        readonly ownerId: string
        readonly coachIds: readonly string[]
        readonly form: ProgramForm
        readonly from: Day
        readonly to: Day
      }
    }
  /** Of every program that has begun, whether anybody was asked or not. */
  | { readonly type: 'program.check-ins-asked'; readonly payload: Readonly<Record<string, never>> }
  /** Something was written to a coach or by one; to whom stands nowhere. */
  | { readonly type: 'program.coached'; readonly payload: Readonly<Record<string, never>> }
  | { readonly type: 'program.page-saved'; readonly payload: { readonly page: PlaybookPage; readonly version: number } }
  | { readonly type: 'program.archived' | 'program.restored'; readonly payload: { readonly version: number } }
  | { readonly type: 'program.invited'; readonly payload: { readonly personIds: readonly string[] } }
)

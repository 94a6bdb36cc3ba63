import type { ContributorRole } from '../credits/schema.ts'
import type { Day } from '../time/day.ts'
import type { DeclineReason } from './review/schema.ts'
import type { OutcomeState } from './schema.ts'

/**
 * What happens to outcomes. Payloads hold ids, codes, numbers and days only: the event log is never blanked, so no title, client,
 * name, story or word of a decision may enter it. Those stand in tables beside, under the id of the event.
 */
type Base<T extends string, P> = { readonly type: T; readonly outcomeId: string; readonly version: number } & P
type Moved = { readonly from: OutcomeState; readonly to: OutcomeState }
type Shares = { readonly contributors: readonly { readonly personId: string; readonly role: ContributorRole; readonly weight: number }[] }

export type OutcomeEvent =
  | Base<'outcome.drafted', Record<never, never>>
  | Base<'outcome.edited', { readonly fields: readonly string[] }>
  | Base<'outcome.removed', Record<never, never>>
  | Base<'outcome.submitted', Moved & { readonly leadId: string }>
  | Base<'outcome.withdrawn', Moved & { readonly cause: 'author' | 'crm' | 'import-undone' }>
  | Base<'outcome.changes-requested', Moved>
  | Base<'outcome.declined', Moved & { readonly reasonCode: DeclineReason }>
  | Base<'outcome.second-look-asked', Moved>
  | Base<'outcome.second-look-returned', Moved>
  | Base<
      'outcome.verified',
      Moved &
        Shares & {
          readonly revision: number
          readonly occurredOn: Day
          readonly typeId: string
          readonly rung: number
          /** By a second decider. */
          readonly isSecondLook: boolean
        }
    >
  | Base<'outcome.reopened', Moved & { readonly revision: number; readonly cause: 'reopened' | 'undone' | 'crm' | 'import-undone' }>
  | Base<'outcome.reopened-as-draft', Moved>
  | Base<
      'outcome.amended',
      Shares & { readonly revision: number; readonly fields: readonly string[]; readonly cause: 'amended' | 're-split' | 'crm' }
    >
  /** Its author left, or is back: it is another's to edit, send or withdraw. */
  | Base<'outcome.passed-on', { readonly fromId: string; readonly toId: string }>
  | Base<'outcome.story-told', { readonly fields: readonly string[] }>

export type OutcomeEventType = OutcomeEvent['type']

/** Types, channels and skills: `outcome-type.created`, `channel.changed` … */
export type VocabularyEvent = {
  readonly type: `${'outcome-type' | 'channel' | 'skill'}.${'created' | 'changed' | 'archived' | 'restored' | 'ordered'}`
  readonly subject: { readonly kind: 'outcome-type' | 'channel' | 'skill'; readonly id: string }
}

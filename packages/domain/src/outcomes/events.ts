import type { ContributorRole } from '../credits/schema.ts'
import type { Day } from '../time/day.ts'
import type { AnswerPoint, ContributionAnswer } from './answers/schema.ts'
import type { OutcomeState } from './schema.ts'

/**
 * What happens to outcomes. Payloads hold ids, codes, numbers and days only: the event log is never blanked, so no title, client,
 * name, story or word of a decision may enter it. Those stand in tables beside, under the id of the event.
 */
type Base<T extends string, P> = {
  readonly type: T
  readonly outcomeId: string
  readonly version: number
  /** In whose place it was decided. */
  readonly forId?: string
  /** An earlier version was brought back by it. */
  readonly restored?: number
} & P
type Moved = { readonly from: OutcomeState; readonly to: OutcomeState }
/** Of the organization's list; `reasonCode` where it is a built-in one. Events from before the list have only a code. */
type Reasoned = { readonly reasonId: string; readonly reasonCode: string | null }
type Shares = { readonly contributors: readonly { readonly personId: string; readonly role: ContributorRole; readonly weight: number }[] }

/** What a merge changes of the one that lives on and its versions do not say. */
export type MergedInto = {
  readonly version: number
  readonly weightsAre: 'parts' | 'basis-points'
  readonly isWithoutChannel: boolean
  readonly submittedAt: string | null
}

export type OutcomeEvent =
  | Base<'outcome.drafted', Record<never, never>>
  | Base<'outcome.edited', { readonly fields: readonly string[] }>
  | Base<'outcome.removed', Record<never, never>>
  | Base<'outcome.submitted', Moved & { readonly leadId: string }>
  | Base<'outcome.withdrawn', Moved & { readonly cause: 'author' | 'crm' | 'import-undone' }>
  | Base<'outcome.changes-requested' | 'outcome.declined', Moved & Reasoned>
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
  /** The promise is about to lapse: its deciders were told. */
  | Base<'outcome.reminded', { readonly personIds: readonly string[] }>
  /** It lapsed: so many levels up were told, once each. */
  | Base<'outcome.escalated', { readonly personIds: readonly string[]; readonly level: number }>
  /** Its author left, or is back: it is another's to edit, send or withdraw. */
  | Base<'outcome.passed-on', { readonly fromId: string; readonly toId: string }>
  | Base<'outcome.story-told', { readonly fields: readonly string[] }>
  /** Said of it and another that look like one: by its author, or by whoever decides. */
  /** It was another claim of what lives on in `intoId`; `before` and `after` are of that one, for taking it back. */
  | Base<
      'outcome.merged',
      Moved & {
        readonly intoId: string
        readonly evidenceIds: readonly string[]
        readonly before: MergedInto
        readonly after: number
      }
    >
  | Base<'outcome.united', Shares & { readonly otherId: string; readonly revision: number }>
  | Base<'outcome.merge-undone', { readonly otherId: string; readonly from?: OutcomeState; readonly to?: OutcomeState }>
  /** Somebody who is named says that it is right, or what is wrong. Their words stand in `contributor_answer` under the id of the event. */
  | Base<
      'outcome.contribution-answered',
      { readonly personId: string; readonly answer: ContributionAnswer; readonly points: readonly AnswerPoint[] }
    >
  | Base<'outcome.contribution-answer-taken-back', { readonly personId: string }>
  /**
   * Objections to the split were answered: it was changed or stays; `personIds`: everybody named before or after. Of a verified one that was split anew
   * `outcome.amended` says the same with the cause `re-split`.
   */
  | Base<'outcome.split-settled', Shares & { readonly verdict: 'changed' | 'kept'; readonly personIds: readonly string[] }>
  | Base<'outcome.compared', { readonly otherId: string; readonly verdict: 'same' | 'another'; readonly isDecided: boolean }>
  /** Of those named only who may read it. */
  | Base<'outcome.commented', { readonly commentId: string; readonly mentionedIds: readonly string[] }>
  /** `mentionedIds`: who was not named in it before. */
  | Base<'outcome.comment-edited', { readonly commentId: string; readonly mentionedIds: readonly string[] }>
  | Base<'outcome.comment-removed', { readonly commentId: string }>
  | Base<'outcome.comment-restored', { readonly commentId: string }>

export type OutcomeEventType = OutcomeEvent['type']

/** Types, channels, skills and reasons: `outcome-type.created`, `channel.changed` … */
export type VocabularyEvent = {
  readonly type: `${'outcome-type' | 'channel' | 'skill' | 'review-reason'}.${'created' | 'changed' | 'archived' | 'restored' | 'ordered'}`
  readonly subject: { readonly kind: 'outcome-type' | 'channel' | 'skill' | 'review-reason'; readonly id: string }
}

import type { Can, OutcomeState } from '@oeuvre/domain/outcomes/schema'

/**
 * What the page does with what is typed. `draft`: saves by itself, then sends for review · `submitted`: changes when its author says so ·
 * `changes`: the same, and is sent again · `amend`: a decider says a verified one anew · `tell`: only story and evidence are still free ·
 * `reopen`: may be taken up as a draft first · `closed`: nothing to be done here.
 */
export type LogMode = 'draft' | 'submitted' | 'changes' | 'amend' | 'tell' | 'reopen' | 'closed'

export function modeOf(state: OutcomeState, can: Partial<Can>): LogMode {
  if (state === 'draft') return can.edit ? 'draft' : 'closed'
  if (state === 'submitted') return can.edit ? 'submitted' : 'closed'
  if (state === 'changes-requested') return can.edit ? 'changes' : 'closed'
  if (state === 'verified') return can.amend ? 'amend' : can.tellStory ? 'tell' : 'closed'
  return can.reopenAsDraft ? 'reopen' : 'closed'
}

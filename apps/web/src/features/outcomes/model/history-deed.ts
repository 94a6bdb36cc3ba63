import type { HistoryEntry } from '@oeuvre/domain/outcomes/history/schema'

export const deeds = [
  'drafted',
  'submitted',
  'edited',
  'withdrawn',
  'verified',
  'second-look',
  'confirmed',
  'returned',
  'changes-requested',
  'declined',
  'reopened',
  'undone',
  'amended',
  'imported',
  'passed-on',
  'compared',
  'answered',
  'answer-taken-back',
  'split-settled',
  'merged',
  'united',
  'merge-undone',
  'reminded',
  'escalated',
  'other',
] as const
export type Deed = (typeof deeds)[number]

const named: Readonly<Record<string, Deed>> = {
  'outcome.drafted': 'drafted',
  'outcome.edited': 'edited',
  'outcome.submitted': 'submitted',
  'outcome.withdrawn': 'withdrawn',
  'outcome.changes-requested': 'changes-requested',
  'outcome.declined': 'declined',
  'outcome.second-look-asked': 'second-look',
  'outcome.second-look-returned': 'returned',
  'outcome.verified': 'verified',
  'outcome.reopened': 'reopened',
  'outcome.reopened-as-draft': 'reopened',
  'outcome.amended': 'amended',
  'outcome.story-told': 'edited',
  'outcome.passed-on': 'passed-on',
  'outcome.compared': 'compared',
  'outcome.contribution-answered': 'answered',
  'outcome.contribution-answer-taken-back': 'answer-taken-back',
  'outcome.split-settled': 'split-settled',
  'outcome.merged': 'merged',
  'outcome.united': 'united',
  'outcome.merge-undone': 'merge-undone',
  'outcome.reminded': 'reminded',
  'outcome.escalated': 'escalated',
}

/** What an entry says was done, as a key of the words for it. */
export function deedOf({ event, from, isImport }: Pick<HistoryEntry, 'event' | 'from' | 'isImport'>): Deed {
  const deed = named[event] ?? 'other'
  if (deed === 'verified') return isImport ? 'imported' : from === 'second-look' ? 'confirmed' : 'verified'
  return deed
}

/** It decided something. */
export function isWeighty(entry: Pick<HistoryEntry, 'event' | 'from' | 'isImport'>): boolean {
  return [
    'verified',
    'confirmed',
    'second-look',
    'declined',
    'returned',
    'imported',
    'amended',
    'merged',
    'united',
    'split-settled',
  ].includes(deedOf(entry))
}

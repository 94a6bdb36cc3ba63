import { normalisedKey } from '../../text/normalised-key.ts'
import type { Day } from '../../time/day.ts'

/** An objective of the organization, as far as words are matched with it. `from`, `to`: both included. */
export type ObjectiveOfWords = { readonly id: string; readonly title: string; readonly from: Day; readonly to: Day }

/**
 * The objectives that a word of a file may mean: the one of that id, else those of that title; of several (one a year, say) those in whose
 * period the day of the result lies, where there are any. One: it is meant; none: unknown; several: nobody can tell.
 */
export function objectivesMeant(word: string, on: Day, objectives: readonly ObjectiveOfWords[]): readonly ObjectiveOfWords[] {
  const key = normalisedKey(word)
  const byId = objectives.filter(({ id }) => id === key)
  const named = byId.length > 0 ? byId : objectives.filter(({ title }) => normalisedKey(title) === key)
  const ofDay = named.filter(({ from, to }) => from <= on && on <= to)
  return named.length > 1 && ofDay.length > 0 ? ofDay : named
}

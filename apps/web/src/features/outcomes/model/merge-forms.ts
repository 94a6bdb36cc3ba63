import { type Answer, differences, withAnswers } from './form-fields.ts'
import type { LogForm } from './log-form.ts'

export type Merge = {
  /** What was typed here, with the changes of the other side that touch nothing of it. */
  readonly form: LogForm
  /** Answers taken over from the other side. */
  readonly taken: readonly Answer[]
  /** Answers that both changed, differently: somebody has to choose. */
  readonly clashes: readonly Answer[]
}

/**
 * Three-way: `base` is what both sides began with. What was typed here is never given up silently; what the other side changed
 * alone is taken.
 */
export function mergeForms({ base, mine, theirs }: { base: LogForm; mine: LogForm; theirs: LogForm }): Merge {
  const changedThere = differences(base, theirs)
  const changedHere = new Set(differences(base, mine))
  const stillDiffer = new Set(differences(mine, theirs))
  const taken = changedThere.filter((answer) => !changedHere.has(answer))
  const clashes = changedThere.filter((answer) => changedHere.has(answer) && stillDiffer.has(answer))
  return { form: withAnswers(mine, theirs, taken), taken, clashes }
}

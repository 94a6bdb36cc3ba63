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

type Evidence = LogForm['evidence']

/** What either side added stands, what either took away is gone; of two captions for the same the one typed here. */
function mergeEvidence(base: Evidence, mine: Evidence, theirs: Evidence): Evidence {
  const before = new Map(base.map((one) => [one.id, one]))
  const there = new Map(theirs.map((one) => [one.id, one]))
  const kept = mine.flatMap((one) => {
    const was = before.get(one.id)
    const other = there.get(one.id)
    if (was && !other) return []
    return [other && was && was.label === one.label && was.url === one.url ? other : one]
  })
  const added = theirs.filter(({ id }) => !before.has(id) && !mine.some((one) => one.id === id))
  return [...kept, ...added]
}

/**
 * Three-way: `base` is what both sides began with. What was typed here is never given up silently; what the other side changed
 * alone is taken. What shows it is a set: nobody has to choose between two lists of links.
 */
export function mergeForms({ base, mine, theirs }: { base: LogForm; mine: LogForm; theirs: LogForm }): Merge {
  const changedThere = differences(base, theirs)
  const changedHere = new Set(differences(base, mine))
  const stillDiffer = new Set(differences(mine, theirs))
  const taken = changedThere.filter((answer) => !changedHere.has(answer))
  const clashes = changedThere.filter((answer) => changedHere.has(answer) && stillDiffer.has(answer))
  const form = withAnswers(mine, theirs, taken)
  if (!clashes.includes('evidence')) return { form, taken, clashes }
  const evidence = mergeEvidence(base.evidence, mine.evidence, theirs.evidence)
  return { form: { ...form, evidence }, taken: [...taken, 'evidence'], clashes: clashes.filter((answer) => answer !== 'evidence') }
}

import type { Refusal } from '../../errors/domain-error.ts'
import type { OutcomeState } from '../../outcomes/schema.ts'
import type { GiveKudosInput } from './schema.ts'

/** So many different words beside those that anybody says make a sentence; see decision 023. */
export const wordsNeeded = 3

/** Said of everything, they say nothing of it: in both languages of the product, folded. */
const formulas: ReadonlySet<string> = new Set([
  ...['merci', 'mercis', 'bravo', 'bravos', 'felicitations', 'beaucoup', 'super', 'top', 'genial', 'parfait', 'chapeau', 'respect'],
  ...[
    'thanks',
    'thank',
    'thx',
    'congrats',
    'congratulations',
    'great',
    'good',
    'nice',
    'awesome',
    'amazing',
    'well',
    'done',
    'job',
    'work',
    'so',
    'much',
  ],
  ...[
    'you',
    'travail',
    'beau',
    'bon',
    'bien',
    'joue',
    'tres',
    'vraiment',
    'really',
    'very',
    'kudos',
    'ok',
    'yes',
    'oui',
    'a',
    'all',
    'tous',
    'toutes',
  ],
])

/** Without accents and case, so that a word is one however it is typed. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** In order, as the rules of Unicode part them: also where a script writes no spaces. */
function wordsOf(text: string): string[] {
  const segments = new Intl.Segmenter('und', { granularity: 'word' }).segment(text)
  return [...segments].flatMap(({ segment, isWordLike }) => (isWordLike && /\p{L}/u.test(segment) ? folded(segment) : []))
}

/** A sentence rather than a tap, an emoji or a formula. */
export function saysSomething(text: string): boolean {
  return new Set(wordsOf(text).filter((word) => !formulas.has(word))).size >= wordsNeeded
}

/** The same words, however spaced, pointed or cased: what was copied from one story to another. */
export function isCopied(text: string, earlier: readonly string[]): boolean {
  const said = wordsOf(text).join(' ')
  return earlier.some((one) => wordsOf(one).join(' ') === said)
}

export type KudosFacts = {
  readonly writerId: string
  readonly state: OutcomeState
  /** Everybody named on the story, whatever their part in it. */
  readonly peopleIds: ReadonlySet<string>
  /** What the writer said for other thanks. */
  readonly earlier: readonly string[]
}

/** Every refusal at once, each beside its field; empty: it may be given. */
export function refusalsOfKudos({ personIds, isPrivate, text }: GiveKudosInput, facts: KudosFacts): Refusal[] {
  if (facts.state !== 'verified') return [{ code: 'state-changed', params: { state: facts.state } }]
  const people: Refusal[] = personIds.includes(facts.writerId)
    ? [{ code: 'self-thanks', field: 'personIds' }]
    : personIds.some((id) => !facts.peopleIds.has(id))
      ? [{ code: 'thanks-not-of-story', field: 'personIds' }]
      : isPrivate && new Set(personIds).size > 1
        ? [{ code: 'private-to-one', field: 'personIds' }]
        : []
  return [...people, ...refusalsOfWords(text, facts.earlier)]
}

export function refusalsOfWords(text: string, earlier: readonly string[]): Refusal[] {
  if (!saysSomething(text)) return [{ code: 'thanks-need-words', field: 'text', params: { min: wordsNeeded } }]
  return isCopied(text, earlier) ? [{ code: 'thanks-copied', field: 'text' }] : []
}

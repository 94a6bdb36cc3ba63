import { markWords } from '@oeuvre/domain/outcomes/search/rules'
import styles from './marked.module.css'

/** A text with the words that were looked for marked. Text only, whatever stands in it. */
export function Marked({ text, words }: { readonly text: string; readonly words: ReadonlySet<string> }) {
  if (words.size === 0) return text
  return markWords(text, words).map(({ text: part, isFound }, place) =>
    isFound ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no identity but their place
      <mark key={place} className={styles.mark}>
        {part}
      </mark>
    ) : (
      part
    ),
  )
}

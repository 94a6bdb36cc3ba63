import styles from './marks.module.css'

/** At most two letters: the first of the first word and of the last. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => (word ? Array.from(word)[0] : ''))
  return letters.join('').toLocaleUpperCase()
}

/** Initials in stone: people are never coloured. Decorative; the name stands beside it. */
export function Face({ name, small = false }: { name: string; small?: boolean }) {
  return (
    <span className={styles.face} data-small={small || undefined} aria-hidden="true">
      {initials(name)}
    </span>
  )
}

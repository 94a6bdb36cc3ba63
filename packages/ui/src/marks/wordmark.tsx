import styles from './marks.module.css'

/** The mark: the ligature Œ, two letters that share a stroke. `label` is how it is read ("Oeuvre"). */
export function Wordmark({ label, size = 24 }: { label: string; size?: number }) {
  return (
    <span className={styles.wordmark} style={{ fontSize: `${size / 16}rem` }}>
      <span aria-hidden="true">Œuvre</span>
      <span className="visually-hidden">{label}</span>
    </span>
  )
}

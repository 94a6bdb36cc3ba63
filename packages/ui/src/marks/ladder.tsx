import styles from './marks.module.css'

export type Rung = 0 | 1 | 2 | 3 | 4 | 5
const rungs = [1, 2, 3, 4, 5] as const

/** The ladder of evidence: how high is said by height and repeated by tone. Without a label it is decorative and words stand beside it. */
export function Ladder({ rung, label }: { rung: Rung; label?: string }) {
  const bars = rungs.map((step) => (
    <i key={step} style={{ height: `${1 + step * 3}px`, background: step <= rung ? `var(--oe-e${rung})` : undefined }} />
  ))
  if (label === undefined)
    return (
      <span className={styles.ladder} aria-hidden="true">
        {bars}
      </span>
    )
  return (
    <span className={styles.ladder} role="img" aria-label={label}>
      {bars}
    </span>
  )
}

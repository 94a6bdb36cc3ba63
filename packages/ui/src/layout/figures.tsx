import type { ReactNode } from 'react'
import styles from './figures.module.css'

export type Figure = {
  key: string
  label: ReactNode
  value: ReactNode
  /** Smaller than the figure, on its baseline. */
  unit?: ReactNode
  /** The period before, in words: "11 more than in Q2 (52)". */
  note?: ReactNode
  /** A `Sparkline`. */
  spark?: ReactNode
  href?: string
  onOpen?: () => void
}

function Content({ figure }: { figure: Figure }) {
  return (
    <>
      <span className={styles.label}>{figure.label}</span>
      <span className={styles.value}>
        {figure.value}
        {figure.unit && <small>{figure.unit}</small>}
      </span>
      {figure.note && <span className={styles.note}>{figure.note}</span>}
      {figure.spark}
    </>
  )
}

/** The headline figures: four beside each other under rules of ink, two by two on a phone. Each may open its stories. */
export function Figures({ figures, label }: { figures: readonly Figure[]; label: string }) {
  return (
    <ul className={styles.figures} aria-label={label}>
      {figures.map((figure) => (
        <li key={figure.key}>
          {figure.onOpen ? (
            <a
              href={figure.href ?? '#'}
              className={styles.open}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                figure.onOpen?.()
              }}
            >
              <Content figure={figure} />
            </a>
          ) : (
            <Content figure={figure} />
          )}
        </li>
      ))}
    </ul>
  )
}

import type { ReactNode } from 'react'
import styles from './facts.module.css'

export type Fact = { key: string; label: ReactNode; value: ReactNode }

/** Label above value, in a row between two rules: worth, day, carrier, skill. Two columns on a phone. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Term beside description, a line each; for settings, records and the two sides of a comparison. */
export function DefinitionList({ facts, termWidth = 120, ruled = false }: { facts: readonly Fact[]; termWidth?: number; ruled?: boolean }) {
  return (
    <dl className={styles.definitions} data-ruled={ruled || undefined} style={{ '--term': `${termWidth}px` } as React.CSSProperties}>
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

export type AsideFact = { key: string; label: ReactNode; children: ReactNode }

/** The column beside an article: quiet labels, each with its content. */
export function AsideFacts({ facts }: { facts: readonly AsideFact[] }) {
  return (
    <div className={styles.aside}>
      {facts.map((fact) => (
        <section key={fact.key}>
          <h3>{fact.label}</h3>
          {fact.children}
        </section>
      ))}
    </div>
  )
}

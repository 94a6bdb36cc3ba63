import type { ReactNode } from 'react'
import styles from './item-list.module.css'

export type Item = {
  key: string
  /** Usually a link; the whole row follows it. */
  title: ReactNode
  below?: ReactNode
  /** State, day, ladder: right of the title, under it on a phone. */
  end?: ReactNode
  actions?: ReactNode
}

/** Stories in a list under hairlines. */
export function ItemList({ items, label, level = 3 }: { items: readonly Item[]; label?: string; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <ul className={styles.items} aria-label={label}>
      {items.map((item) => (
        <li key={item.key}>
          <div className={styles.text}>
            <Heading>{item.title}</Heading>
            {item.below && <div className={styles.below}>{item.below}</div>}
            {item.actions && <div className={styles.actions}>{item.actions}</div>}
          </div>
          {item.end && <div className={styles.end}>{item.end}</div>}
        </li>
      ))}
    </ul>
  )
}

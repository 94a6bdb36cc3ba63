import type { ReactNode } from 'react'
import { Ladder, type Rung } from './ladder.tsx'
import styles from './marks.module.css'

export type RungItem = { key: string; rung: Rung; title: ReactNode; note?: ReactNode; end?: ReactNode; reached: boolean }

/** The five rungs written out: what each says, what shows it, when or who. */
export function RungList({ items }: { items: readonly RungItem[] }) {
  return (
    <ol className={styles.rungs}>
      {items.map((item) => (
        <li key={item.key} data-off={!item.reached || undefined}>
          <Ladder rung={item.reached ? item.rung : 0} />
          <div>
            {item.title}
            {item.note && <small>{item.note}</small>}
          </div>
          {item.end && <span>{item.end}</span>}
        </li>
      ))}
    </ol>
  )
}

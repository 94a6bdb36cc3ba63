import type { ReactNode } from 'react'
import { HatchKey } from './hatch-key.tsx'
import type { ShareRole } from './role.ts'
import styles from './shares.module.css'

export type ShareEntry = { key: string; role: ShareRole; name: ReactNode; note?: ReactNode; share?: ReactNode }

/** The key of a bar of shares in one line: hatch, name, note ("led, 50%"). */
export function ShareKey({ entries }: { entries: readonly ShareEntry[] }) {
  return (
    <ul className={styles.inline}>
      {entries.map((entry) => (
        <li key={entry.key}>
          <HatchKey role={entry.role} />
          <b>{entry.name}</b>
          {entry.note && <span>{entry.note}</span>}
          {entry.share && <span className="tabular">{entry.share}</span>}
        </li>
      ))}
    </ul>
  )
}

/** The same, a person a row, under hairlines: hatch, name and note, share at the right. */
export function ShareList({ entries, ariaLabel }: { entries: readonly ShareEntry[]; ariaLabel?: string }) {
  return (
    <ul className={styles.rows} aria-label={ariaLabel}>
      {entries.map((entry) => (
        <li key={entry.key}>
          <HatchKey role={entry.role} />
          <div>
            <b>{entry.name}</b> {entry.note && <span>{entry.note}</span>}
          </div>
          {entry.share && <em className="tabular">{entry.share}</em>}
        </li>
      ))}
    </ul>
  )
}

import styles from './chart.module.css'
import { FillSwatch } from './fill.tsx'
import type { Series } from './types.ts'

type Entry = Pick<Series, 'key' | 'label' | 'fill' | 'figure'>

function Entry({ entry, onOpen }: { entry: Entry; onOpen?: (key: string) => void }) {
  return (
    <>
      <FillSwatch fill={entry.fill} />
      {onOpen ? (
        <button type="button" title={entry.label} onClick={() => onOpen(entry.key)}>
          {entry.label}
        </button>
      ) : (
        <span title={entry.label}>{entry.label}</span>
      )}
      {entry.figure !== undefined && <b>{entry.figure}</b>}
    </>
  )
}

/** The key beneath a chart: two columns, figures at their right. */
export function SeriesList({ entries, onOpen }: { entries: readonly Entry[]; onOpen?: (key: string) => void }) {
  return (
    <ul className={styles.list}>
      {entries.map((entry) => (
        <li key={entry.key}>
          <Entry entry={entry} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
}

/** The key beside a stack, each label level with its segment: `tops` in px, from the top of the stack down. */
export function DirectLabels({
  entries,
  tops,
  head,
  width,
  onOpen,
}: {
  entries: readonly Entry[]
  tops: readonly number[]
  head?: string
  width: number
  onOpen?: (key: string) => void
}) {
  return (
    <div className={styles.direct} style={{ width }}>
      {head && (
        <span className={styles.directHead} style={{ top: (tops[0] ?? 0) - 22 }}>
          {head}
        </span>
      )}
      <ul>
        {entries.map((entry, index) => (
          <li key={entry.key} style={{ top: tops[index] }}>
            <Entry entry={entry} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </div>
  )
}

import { TextButton } from '../actions/text-link.tsx'
import { type Column, DataTable } from '../data/data-table.tsx'
import { Track } from '../data/track.tsx'
import styles from './chart.module.css'
import type { Open } from './types.ts'

export type BarRow = { key: string; label: string; text: string; value: number; note?: string }

/** Bars in a table, longest as wide as its column: trades, channels. Plain markup: the table is its own equivalent. */
export function HorizontalBars({
  caption,
  head,
  rows,
  onOpen,
}: {
  caption: string
  head?: { label: string; value: string; note?: string }
  rows: readonly BarRow[]
  onOpen?: Open
}) {
  const longest = Math.max(...rows.map((row) => row.value), 0)
  const hasNotes = rows.some((row) => row.note)
  const columns: Column<BarRow>[] = [
    {
      key: 'label',
      header: head?.label,
      rowHeader: true,
      cell: (row) =>
        onOpen ? (
          <TextButton look="plain" onClick={() => onOpen(row.key)}>
            {row.label}
          </TextButton>
        ) : (
          row.label
        ),
    },
    { key: 'value', header: head?.value, align: 'right', strong: true, width: 72, cell: (row) => row.text },
    { key: 'bar', width: hasNotes ? 240 : '46%', cell: (row) => <Track share={longest > 0 ? row.value / longest : 0} /> },
    ...(hasNotes ? [{ key: 'note', header: head?.note, phone: 'drop', cell: (row) => row.note } satisfies Column<BarRow>] : []),
  ]
  return (
    <div className={styles.bars}>
      <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => row.key} />
    </div>
  )
}

import { Chip, ChipGroup } from '@oeuvre/ui/actions/chip.tsx'
import { EmptyState } from '@oeuvre/ui/feedback/empty-state.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import type { ReactNode } from 'react'
import styles from './kept-list.module.css'

/** What is not listed unless asked for, with how many there are. */
type Other = {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly isShown: boolean
  readonly onToggle: () => void
}

type KeptListProps = {
  readonly title: string
  readonly intro: string
  /** The way to a new one, where the reader may. */
  readonly add: ReactNode
  readonly others: readonly Other[]
  readonly othersLabel: string
  /** The rows; null: none are listed. */
  readonly rows: ReactNode | null
  readonly texts: { readonly none: string; readonly emptyTitle: string; readonly emptyText: string }
  readonly children?: ReactNode
}

/** A list of what runs now, with what has ended or was archived a tap away; where nothing ever was, what it is for. */
export function KeptList({ title, intro, add, others, othersLabel, rows, texts, children }: KeptListProps) {
  if (rows === null && others.every(({ count }) => count === 0))
    return (
      <>
        <PageHead title={title} intro={intro} />
        <EmptyState title={texts.emptyTitle} actions={add}>
          {texts.emptyText}
        </EmptyState>
      </>
    )
  const offered = others.filter(({ count, isShown }) => count > 0 || isShown)
  return (
    <>
      <div className={styles.head}>
        <PageHead title={title} intro={intro} />
        {add}
      </div>
      <div className={styles.filters}>
        {offered.length > 0 && (
          <ChipGroup label={othersLabel}>
            {offered.map(({ key, label, isShown, onToggle }) => (
              <Chip key={key} pressed={isShown} onToggle={onToggle}>
                {label}
              </Chip>
            ))}
          </ChipGroup>
        )}
      </div>
      {rows ?? <p className={styles.none}>{texts.none}</p>}
      {children}
    </>
  )
}

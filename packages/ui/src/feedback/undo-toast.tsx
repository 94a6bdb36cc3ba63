import type { ReactNode } from 'react'
import { Kbd } from '../actions/kbd.tsx'
import styles from './feedback.module.css'

/** The content of a notification that can be undone; the words on the left, the way back on the right. */
export function UndoToast({
  children,
  undoLabel,
  undoKey,
  onUndo,
}: {
  children: ReactNode
  undoLabel: string
  undoKey?: string
  onUndo: () => void
}) {
  return (
    <span className={styles.undo}>
      <span>{children}</span>
      <button type="button" onClick={onUndo}>
        {undoLabel}
        {undoKey && (
          <span aria-hidden="true">
            <Kbd>{undoKey}</Kbd>
          </span>
        )}
      </button>
    </span>
  )
}

/** "Saved a moment ago": said politely, so that a screen reader hears it once. */
export function SavedNote({ children, icon }: { children: ReactNode; icon?: ReactNode }) {
  return (
    <span className={styles.saved} role="status">
      {icon}
      {children}
    </span>
  )
}

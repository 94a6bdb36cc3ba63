import type { ComponentPropsWithRef } from 'react'
import styles from './actions.module.css'
import { PlainAction } from './plain-action.tsx'

/** Ends a list that goes on; `note` says how far it has come ("50 of 1,000+"). */
export function MoreButton({
  children,
  note,
  loading = false,
  onClick,
}: Pick<ComponentPropsWithRef<'button'>, 'children' | 'onClick'> & { note?: string; loading?: boolean }) {
  return (
    <div className={styles.moreRow}>
      <PlainAction onClick={onClick} loading={loading}>
        {children}
      </PlainAction>
      {note && <span role="status">{note}</span>}
    </div>
  )
}

import { Icon } from '../marks/icon.tsx'
import styles from './removable-marks.module.css'
import { TextButton } from './text-link.tsx'

export type RemovableMark = { readonly key: string; readonly label: string; readonly removeLabel: string; readonly onRemove: () => void }

type MarksProps = {
  readonly label: string
  readonly marks: readonly RemovableMark[]
  readonly clear: { readonly label: string; readonly onClear: () => void }
}

/** What narrows a list or a page now, each removable, then all at once; on paper they stand as words. Nothing where nothing narrows. */
export function RemovableMarks({ label, marks, clear }: MarksProps) {
  if (marks.length === 0) return null
  return (
    <ul className={styles.marks} aria-label={label}>
      {marks.map((mark) => (
        <li key={mark.key}>
          <button type="button" className={styles.mark} aria-label={mark.removeLabel} onClick={mark.onRemove}>
            {mark.label} <Icon name="close" size={14} />
          </button>
        </li>
      ))}
      <li data-print="hide">
        <TextButton look="more" onClick={clear.onClear}>
          {clear.label}
        </TextButton>
      </li>
    </ul>
  )
}

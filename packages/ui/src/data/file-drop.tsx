import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { PlainAction } from '../actions/plain-action.tsx'
import styles from './file-drop.module.css'

export type FileDropProps = {
  /** The line that invites: "Drop a CSV file here". */
  children: ReactNode
  chooseLabel: string
  note?: ReactNode
  onFiles: (files: File[]) => void
  /** As the `accept` of a file field. */
  accept?: string
  multiple?: boolean
  disabled?: boolean
}

/** A place for files: drop, or choose by keyboard. What is accepted is decided by the caller, which can say why not. */
export function FileDrop({ children, chooseLabel, note, onFiles, accept, multiple = false, disabled = false }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (list: FileList | null) => {
    const files = Array.from(list ?? [])
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!disabled) take(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the button below is everybody's
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={styles.words}>{children}</div>
      <PlainAction disabled={disabled} onClick={() => input.current?.click()}>
        {chooseLabel}
      </PlainAction>
      {note && <div className={styles.note}>{note}</div>}
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        aria-label={chooseLabel}
        onChange={(event) => {
          take(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}

import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { HatchKey } from './hatch-key.tsx'
import type { ShareRole } from './role.ts'
import styles from './share-editor.module.css'

export type PercentFieldProps = {
  percent: number
  /** What stands there at rest: "1/3", or "34 %". */
  display: string
  label: string
  onChange: (percent: number) => void
  disabled?: boolean
}

/** A per cent that can be typed; taken on Enter or on leaving, given up on Escape. */
export function PercentField({ percent, display, label, onChange, disabled }: PercentFieldProps) {
  const [typed, setTyped] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const isTyping = typed !== undefined
  // Only once the bare number stands there: selecting on focus would be undone when React replaces "1/3" by it.
  useLayoutEffect(() => {
    if (isTyping) field.current?.select()
  }, [isTyping])
  const take = () => {
    const value = Number.parseInt(typed ?? '', 10)
    setTyped(undefined)
    if (Number.isInteger(value) && value !== percent) onChange(value)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      event.currentTarget.blur()
    }
    if (event.key === 'Escape') setTyped(undefined)
  }
  return (
    <input
      className={styles.percent}
      inputMode="numeric"
      aria-label={label}
      disabled={disabled}
      value={typed ?? display}
      ref={field}
      onFocus={() => setTyped(String(percent))}
      onClick={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value.replace(/\D/g, '').slice(0, 3))}
      onBlur={take}
      onKeyDown={press}
    />
  )
}

export type ShareRow = {
  key: string
  role: ShareRole
  name: ReactNode
  roleField?: ReactNode
  percent: PercentFieldProps
  remove?: ReactNode
}

/** The people under a `ShareEditor`: hatch, name, role, share, way out. `add` and `total` make the last line. */
export function ShareRows({ rows, add, total, label }: { rows: readonly ShareRow[]; add?: ReactNode; total?: ReactNode; label: string }) {
  return (
    <ul className={styles.rows} aria-label={label}>
      {rows.map((row) => (
        <li key={row.key}>
          <HatchKey role={row.role} />
          <b>{row.name}</b>
          <div className={styles.role}>{row.roleField}</div>
          <PercentField {...row.percent} />
          <div>{row.remove}</div>
        </li>
      ))}
      {(add || total) && (
        <li>
          <span />
          <div>{add}</div>
          <div className={styles.role} />
          <span className={`${styles.total} tabular`}>{total}</span>
        </li>
      )}
    </ul>
  )
}

import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../marks/icon.tsx'
import styles from './chip.module.css'

type Shared = { children: ReactNode; disabled?: boolean }

/** One of several that can be on at once. */
export function Chip({ pressed, onToggle, children, disabled }: Shared & { pressed: boolean; onToggle: (pressed: boolean) => void }) {
  return (
    <button type="button" className={styles.chip} aria-pressed={pressed} disabled={disabled} onClick={() => onToggle(!pressed)}>
      {pressed && <Icon name="check" size={14} />}
      {children}
    </button>
  )
}

/** One of several of which exactly one is on; a native radio, so arrow keys move within the group. */
export function ChoiceChip({
  name,
  value,
  checked,
  onChoose,
  children,
  disabled,
}: Shared & { name: string; value: string; checked: boolean; onChoose: (value: string) => void }) {
  return (
    <label className={classNames(styles.chip, styles.choice)}>
      <input
        type="radio"
        className={styles.native}
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        onChange={() => onChoose(value)}
      />
      {checked && <Icon name="check" size={14} />}
      {children}
    </label>
  )
}

/** Lays chips out and names the group; `label` is read aloud, the visible heading is the caller's. */
export function ChipGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset aria-label={label} className={styles.group}>
      {children}
    </fieldset>
  )
}

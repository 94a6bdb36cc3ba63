import { classNames } from '../class-names.ts'
import styles from './actions.module.css'

export type PickOption<Key extends string> = { key: Key; label: string; disabled?: boolean }

/** Underlined words of which one is chosen: number or value, by type or by team. */
export function Pick<Key extends string>({
  label,
  options,
  value,
  onPick,
  className,
}: {
  label: string
  options: readonly PickOption<Key>[]
  value: Key
  onPick: (key: Key) => void
  className?: string
}) {
  return (
    <fieldset aria-label={label} className={classNames(styles.pick, className)}>
      {options.map((option) => (
        <button
          key={option.key}
          type="button"
          aria-pressed={option.key === value}
          disabled={option.disabled}
          onClick={() => onPick(option.key)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}

import type { ReactNode } from 'react'
import type { Pigment } from '../marks/pigment.ts'
import { Swatch } from '../marks/swatch.tsx'
import styles from './tile.module.css'

export type TileProps = {
  name: string
  value: string
  checked: boolean
  onChoose: (value: string) => void
  pigment?: Pigment
  children: ReactNode
  disabled?: boolean
}

/** A tile of the question "what kind": a native radio under a square of 76 px. */
export function Tile({ name, value, checked, onChoose, pigment, children, disabled }: TileProps) {
  return (
    <label className={styles.tile}>
      <input
        type="radio"
        className={styles.native}
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        onChange={() => onChoose(value)}
      />
      {pigment !== undefined && <Swatch pigment={pigment} />}
      <span>{children}</span>
    </label>
  )
}

/** Five tiles a row, four below 1200 px, two on a phone. */
export function TileGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset aria-label={label} className={styles.tiles}>
      {children}
    </fieldset>
  )
}

import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import styles from './chart.module.css'

export type Point = {
  key: string
  /** Everything that the mark says, read aloud. */
  label: string
  left: number
  top: number
  width: number
  height: number
  /** Nothing is behind it to open. */
  isClosed?: boolean
}

export type PointLayerProps = {
  points: readonly Point[]
  active?: number
  /** Which point Tab reaches first: the chosen period, or the last. */
  entry?: number
  onActive: (index: number | undefined) => void
  onOpen?: (index: number) => void
  onPointer?: (index: number, event: PointerEvent<HTMLElement>) => void
  /** For keys of the chart's own (up and down within a stack); true means "handled". */
  onKey?: (index: number, key: string) => boolean
  children?: ReactNode
}

function neighbour(index: number, key: string, count: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, index - 1)
    case 'ArrowRight':
      return Math.min(count - 1, index + 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/** Invisible marks above a drawing: one stop for Tab, arrows move between them, Enter or a click opens, each says its figures. */
export function PointLayer({ points, active, entry = points.length - 1, onActive, onOpen, onPointer, onKey, children }: PointLayerProps) {
  const marks = useRef<(HTMLElement | null)[]>([])
  const stop = Math.min(points.length - 1, Math.max(0, active ?? entry))
  const press = (index: number) => (event: KeyboardEvent) => {
    const next = neighbour(index, event.key, points.length)
    if (next === undefined && !onKey?.(index, event.key)) return
    event.preventDefault()
    if (next !== undefined) marks.current[next]?.focus()
  }
  return (
    <div className={styles.layer} onPointerLeave={() => onActive(undefined)}>
      {children}
      {points.map((point, index) => {
        const shared = {
          className: styles.point,
          style: { left: point.left, top: point.top, width: point.width, height: point.height } satisfies CSSProperties,
          tabIndex: index === stop ? 0 : -1,
          'aria-label': point.label,
          onKeyDown: press(index),
          onFocus: () => onActive(index),
          onBlur: () => onActive(undefined),
          onPointerEnter: () => onActive(index),
          onPointerMove: (event: PointerEvent<HTMLElement>) => onPointer?.(index, event),
        }
        const keep = (mark: HTMLElement | null) => {
          marks.current[index] = mark
        }
        return onOpen && !point.isClosed ? (
          <button key={point.key} type="button" ref={keep} {...shared} onClick={() => onOpen(index)} />
        ) : (
          <div key={point.key} role="img" ref={keep} {...shared} />
        )
      })}
    </div>
  )
}

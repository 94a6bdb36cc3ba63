import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { ShareRole } from './role.ts'
import { type Edge, edgesOf, moveEdge, toPercents } from './share-arithmetic.ts'
import { ShareBar } from './share-bar.tsx'
import styles from './share-editor.module.css'

export type EditedShare = { key: string; name: string; role: ShareRole; weight: number }

export type ShareEditorProps = {
  shares: readonly EditedShare[]
  /** Whole per cents in the order of `shares`, adding up to 100; people with weight 0 keep 0. */
  onChange: (percents: number[]) => void
  /** Names the bar: "Shares". */
  label: string
  /** Names an edge: "Between Rosalind and Thierry". */
  edgeLabel: (left: string, right: string) => string
  /** Says where it stands: "Rosalind 50%, Thierry 30%". */
  edgeText: (left: string, leftPercent: number, right: string, rightPercent: number) => string
  disabled?: boolean
}

/** Keys of a slider; Home and End give all that the neighbour can spare. */
function keyTarget(edge: Edge, key: string): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return edge.at - 1
    case 'ArrowRight':
    case 'ArrowUp':
      return edge.at + 1
    case 'PageDown':
      return edge.at - 10
    case 'PageUp':
      return edge.at + 10
    case 'Home':
      return edge.min
    case 'End':
      return edge.max
    default:
      return undefined
  }
}

/** The bar whose edges move: dragged, or by arrow keys. What one neighbour gains the other gives; it always adds up. */
export function ShareEditor({ shares, onChange, label, edgeLabel, edgeText, disabled = false }: ShareEditorProps) {
  const bar = useRef<HTMLDivElement>(null)
  const percents = toPercents(shares.map((share) => share.weight))
  const bands = shares.map((share, index) => ({ key: share.key, role: share.role, share: percents[index] ?? 0 }))
  const move = (edge: Edge, to: number) => {
    const next = moveEdge(percents, edge, to)
    if (next[edge.left] !== percents[edge.left]) onChange(next)
  }
  const drag = (edge: Edge) => (event: PointerEvent<HTMLElement>) => {
    const box = bar.current?.getBoundingClientRect()
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    // A finger is coarser than a per cent on a phone: it moves in fives.
    const step = event.pointerType === 'touch' ? 5 : 1
    move(edge, Math.round(((event.clientX - box.left) / box.width) * (100 / step)) * step)
  }
  const press = (edge: Edge) => (event: KeyboardEvent) => {
    const target = keyTarget(edge, event.key)
    if (target === undefined) return
    event.preventDefault()
    move(edge, target)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a set of sliders; a fieldset would add a legend that is not shown
    <div role="group" aria-label={label} className={styles.editor} ref={bar}>
      <ShareBar bands={bands} height={24} />
      {!disabled &&
        edgesOf(percents).map((edge) => {
          const [left, right] = [shares[edge.left]?.name ?? '', shares[edge.right]?.name ?? '']
          return (
            <span
              key={shares[edge.left]?.key}
              role="slider"
              tabIndex={0}
              className={styles.grip}
              style={{ left: `${edge.at}%` }}
              aria-label={edgeLabel(left, right)}
              aria-valuemin={edge.min}
              aria-valuemax={edge.max}
              aria-valuenow={edge.at}
              aria-valuetext={edgeText(left, percents[edge.left] ?? 0, right, percents[edge.right] ?? 0)}
              onKeyDown={press(edge)}
              onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
              onPointerMove={drag(edge)}
            />
          )
        })}
    </div>
  )
}

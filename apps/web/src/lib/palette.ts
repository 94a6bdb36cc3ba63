import { useEffect } from 'react'
import { createStore } from './store.ts'

/** What Ctrl/⌘ K offers. Labels are in the reader's language. */
export type PaletteAction = {
  readonly id: string
  readonly label: string
  readonly group: 'screens' | 'actions'
  readonly description?: string
  readonly keywords?: string
  /** The key that does the same, shown beside it. */
  readonly keys?: string
  readonly run: () => void
}

const layers = new Set<readonly PaletteAction[]>()

export const isPaletteOpen = createStore(false)

export function listPaletteActions(): readonly PaletteAction[] {
  return [...layers].flat()
}

/** Offers actions in the palette while the component is there. */
export function usePaletteActions(actions: readonly PaletteAction[]): void {
  useEffect(() => {
    layers.add(actions)
    return () => {
      layers.delete(actions)
    }
  }, [actions])
}

import type {} from '@tanstack/react-router'

/** What a navigation carries beside its address. `said`: the sentence or link that opens "log an outcome"; `email`: who signs in. */
declare module '@tanstack/react-router' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: the library's way of typing history state is declaration merging
  interface HistoryState {
    said?: string
    email?: string
  }
}

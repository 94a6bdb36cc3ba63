import { createStore } from './store.ts'

/** Where people reach the server, while it prints a page for itself: what is linked on paper leads there. null: a reader's own browser. */
export const printOrigin = createStore<string | null>(null)

import { createStore } from './store.ts'

/**
 * A session that ended while somebody was working. Calls that were refused for it wait here; the dialog over the page lets
 * the same person sign in again, and the calls are made once more: nothing that was typed is lost.
 */
export const sessionEnded = createStore(false)

type Waiting = { readonly resolve: () => void; readonly reject: (reason: Error) => void }
let waiting: Waiting[] = []

export function waitForSession(): Promise<void> {
  sessionEnded.set(true)
  return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
}

export function restoreSession(): void {
  const calls = waiting
  waiting = []
  sessionEnded.set(false)
  for (const call of calls) call.resolve()
}

export function abandonSession(reason: Error): void {
  const calls = waiting
  waiting = []
  sessionEnded.set(false)
  for (const call of calls) call.reject(reason)
}

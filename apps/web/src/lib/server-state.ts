import { createStore } from './store.ts'

/** `gone`: the server or its database does not answer. It is asked every few seconds; who cares subscribes. */
export const serverState = createStore<'here' | 'gone'>('here')

const firstPause = 1_000
const longestPause = 8_000

export function reportGone(): void {
  if (serverState.get() === 'gone' || !navigator.onLine) return
  serverState.set('gone')
  ask(firstPause)
}

function ask(pause: number): void {
  setTimeout(() => void look(pause), pause)
}

async function look(pause: number): Promise<void> {
  if (await isHealthy()) serverState.set('here')
  else ask(Math.min(pause * 1.5, longestPause))
}

async function isHealthy(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}

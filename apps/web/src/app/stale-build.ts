import { serverState } from '../lib/server-state.ts'

const key = 'oeuvre.reloaded'
const lately = 60_000

/**
 * A screen whose code is no longer on the server: a newer version was installed while this page was open. The page is loaded
 * anew, once: if that does not help, the error page stays.
 */
export function reloadWhenStale(): void {
  window.addEventListener('vite:preloadError', () => {
    if (serverState.get() === 'gone' || !navigator.onLine) return
    try {
      if (Date.now() - Number(sessionStorage.getItem(key)) < lately) return
      sessionStorage.setItem(key, String(Date.now()))
      location.reload()
    } catch {
      // Without storage there is no telling whether this was tried already.
    }
  })
}

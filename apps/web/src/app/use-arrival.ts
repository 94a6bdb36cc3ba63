import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { startKeys } from '../lib/keys.ts'

/**
 * Arriving on another page moves the focus to its heading, so that a screen reader reads it and the next Tab starts there.
 * A change of filters (same path) leaves the focus alone, and so does a field that asked for it.
 */
export function useArrival() {
  const router = useRouter()
  useEffect(startKeys, [])
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        if (!fromLocation || fromLocation.pathname === toLocation.pathname || toLocation.hash) return
        const main = document.querySelector('main')
        const target = main?.querySelector('h1') ?? main
        if (!(target instanceof HTMLElement) || main?.contains(document.activeElement)) return
        target.tabIndex = -1
        target.focus({ preventScroll: true })
      }),
    [router],
  )
}

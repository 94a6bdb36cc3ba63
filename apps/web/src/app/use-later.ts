import { useEffect, useState } from 'react'

/** True once the browser has nothing better to do: for what the first screen can stand without. */
export function useLater(): boolean {
  const [isLater, setLater] = useState(false)
  useEffect(() => {
    // Safari has no idle callbacks.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => setLater(true), 500)
      return () => clearTimeout(timer)
    }
    const handle = requestIdleCallback(() => setLater(true), { timeout: 3_000 })
    return () => cancelIdleCallback(handle)
  }, [])
  return isLater
}

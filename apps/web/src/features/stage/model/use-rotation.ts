import { useReducedMotion } from '@mantine/hooks'
import { useCallback, useEffect, useState } from 'react'

const slowMs = 20_000

/** One of several after the other; stands still where the reader wants nothing to move, until they say otherwise. */
export function useRotation(count: number) {
  const isStill = useReducedMotion(undefined, { getInitialValueInEffect: false })
  const [place, setPlace] = useState(0)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const isPaused = chosen ?? isStill
  const step = useCallback((by: 1 | -1) => setPlace((before) => (count === 0 ? 0 : (before + by + count) % count)), [count])
  const toggle = useCallback(() => setChosen((before) => !(before ?? isStill)), [isStill])
  useEffect(() => {
    if (isPaused || count < 2) return
    const timer = setInterval(() => step(1), slowMs)
    return () => clearInterval(timer)
  }, [isPaused, count, step])
  return { at: count === 0 ? 0 : place % count, isPaused, step, toggle }
}

import { type RefCallback, useCallback, useState } from 'react'

/** The width of an element in whole px: measured before the first paint, so that a chart never flashes empty, then followed. What is hidden keeps its width. */
export function useWidth<Element extends HTMLElement>(): { ref: RefCallback<Element>; width: number } {
  const [width, setWidth] = useState(0)
  const ref = useCallback((element: Element | null) => {
    if (!element) return
    const measure = () => {
      const now = Math.floor(element.getBoundingClientRect().width)
      if (now > 0) setWidth(now)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}

import type { Place } from '../navigation.ts'

/** How many things wait behind a place of the rail. */
export function useWaiting(_place: Place['label']): number {
  return 0
}

import { forgetCopies } from '../model/device-copies.ts'

/** On signing out: no draft of anybody stays on this device. */
export function forgetDrafts(): Promise<void> {
  return forgetCopies()
}

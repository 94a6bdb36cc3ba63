import { forgetKept } from '../model/kept-files.ts'

/** On signing out: nothing that anybody chose stays on this device. */
export function forgetFiles(): Promise<void> {
  return forgetKept()
}

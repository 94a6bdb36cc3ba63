import type { FileOutput } from '@oeuvre/domain/files/schema'
import { dropFile, listKept, type Place } from '../model/kept-files.ts'
import { sendFile } from '../model/send-file.ts'

/**
 * Sends what was chosen for a form that is no longer open; each is forgotten once `onStored` has kept that it arrived.
 * @throws RefusedError why one is not accepted, or that there is no line
 */
export async function sendKept(place: Place, onStored: (file: FileOutput) => Promise<unknown>): Promise<void> {
  for (const { id, name, content } of await listKept(place)) {
    const { signal } = new AbortController()
    const file = await sendFile({ organization: place.organization, id, name, content, isBegun: true, signal, onProgress: () => {} })
    await onStored(file)
    await dropFile(place, id)
  }
}

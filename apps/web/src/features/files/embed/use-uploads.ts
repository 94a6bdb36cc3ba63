import type { FileOutput } from '@oeuvre/domain/files/schema'
import { onlineManager } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { serverState } from '../../../lib/server-state.ts'
import { useStore } from '../../../lib/store.ts'
import { dropFile, keepFile, listKept, type Place } from '../model/kept-files.ts'
import { sendFile } from '../model/send-file.ts'
import { type OnItsWay, UploadQueue } from '../model/upload-queue.ts'

export type Uploads = {
  readonly items: readonly OnItsWay[]
  /** Something is not yet there, and may still come. */
  readonly isUnderWay: boolean
  readonly add: (files: readonly File[]) => void
  readonly remove: (id: string) => void
  readonly retry: (id: string) => void
}

/** The files of one form on their way; `onStored` for each that arrived. */
export function useUploads(place: Place, onStored: (file: FileOutput) => void): Uploads {
  const stored = useEffectEvent(onStored)
  const [queue] = useState(
    () =>
      new UploadQueue({
        send: (sending) => sendFile({ ...sending, organization: place.organization }),
        keep: (file) => keepFile(place, file),
        drop: (id) => dropFile(place, id),
        listKept: () => listKept(place),
        mintId: () => crypto.randomUUID(),
        now: () => Date.now(),
      }),
  )
  useEffect(() => {
    queue.onStored = stored
    void queue.start()
    const wake = () => queue.wake()
    const subscriptions = [onlineManager.subscribe(wake), serverState.subscribe(wake)]
    return () => {
      for (const end of subscriptions) end()
      queue.stop()
    }
  }, [queue])
  const items = useStore(queue.store)
  return {
    items,
    isUnderWay: items.some(({ state }) => state !== 'refused'),
    add: (files) => queue.add(files),
    remove: (id) => queue.remove(id),
    retry: (id) => queue.retry(id),
  }
}

import { type FileOutput, fileLimits } from '@oeuvre/domain/files/schema'
import type { DetailedError } from 'tus-js-client'
import { trpcClient } from '../../../lib/api.ts'
import { RefusedError, readFailure } from '../../../lib/refusals.ts'
import { waitForSession } from '../../../lib/session.ts'

export type Sending = {
  readonly organization: string
  /** Minted once for the file: whatever breaks, it goes on under it. */
  readonly id: string
  readonly name: string
  readonly content: Blob
  /** It was begun before: how far it came is asked first. */
  readonly isBegun: boolean
  readonly signal: AbortSignal
  onProgress(share: number): void
}

/** Milliseconds before each next try on a bad line; after the last one it waits to be asked. */
const pauses = [0, 1_000, 3_000, 5_000, 10_000, 20_000]
/** Pictures are written anew before the answer comes. */
const patience = 120_000

function statusOf(error: DetailedError): number {
  return error.originalResponse?.getStatus() ?? 0
}

function refusedBy(error: Error | DetailedError): RefusedError {
  const response = 'originalResponse' in error ? error.originalResponse : null
  if (!response) return new RefusedError(readFailure(undefined))
  let body: unknown
  try {
    body = JSON.parse(response.getBody())
  } catch {
    body = undefined
  }
  return new RefusedError(readFailure(body, response.getStatus()))
}

/**
 * Sends a file part by part, going on after each break where it stopped, and says how much has gone (0 to 1).
 * @throws RefusedError why it is not accepted, or that there is no line; AbortError where it was stopped
 */
export async function sendFile(sending: Sending): Promise<FileOutput> {
  await sendParts(sending)
  const signal = AbortSignal.any([sending.signal, AbortSignal.timeout(patience)])
  return trpcClient.files.finish.mutate({ id: sending.id }, { signal })
}

/** The library is loaded with the first file: no screen waits for it. */
async function sendParts({ organization, id, name, content, isBegun, signal, onProgress }: Sending): Promise<void> {
  const { Upload } = await import('tus-js-client')
  signal.throwIfAborted()
  const endpoint = `/api/o/${encodeURIComponent(organization)}/files/uploads`
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(content, {
      endpoint,
      ...(isBegun ? { uploadUrl: `${endpoint}/${id}` } : {}),
      metadata: { id, filename: name },
      chunkSize: fileLimits.part,
      retryDelays: pauses,
      // What is unfinished is kept by us, with the file itself.
      storeFingerprintForResuming: false,
      onShouldRetry: (error) => [0, 409, 423, 429].includes(statusOf(error)) || statusOf(error) >= 500,
      onProgress: (sent, all) => onProgress(all > 0 ? sent / all : 0),
      onSuccess: () => resolve(),
      onError(error) {
        if (!('originalResponse' in error) || statusOf(error) !== 401) return reject(refusedBy(error))
        // The session ended: the dialog over the page lets the same person back in, and the file goes on.
        waitForSession().then(() => upload.start(), reject)
      },
    })
    signal.addEventListener('abort', () => {
      void upload.abort()
      reject(signal.reason)
    })
    upload.start()
  })
}

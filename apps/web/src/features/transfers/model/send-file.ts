import type { ImportKind } from '@oeuvre/domain/transfers/schema'
import { RefusedError, readFailure } from '../../../lib/refusals.ts'

type Sending = { readonly organization: string; readonly kind: ImportKind; readonly file: File; onProgress(share: number): void }

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function idOf(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' ? body.id : null
}

/** Sends a file as a form does, and says how much of it has gone (0 to 1). Not fetch: that cannot. */
export function sendFile({ organization, kind, file, onProgress }: Sending): Promise<{ id: string }> {
  const form = new FormData()
  form.append('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/o/${encodeURIComponent(organization)}/imports?kind=${kind}`)
    request.upload.addEventListener('progress', (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0))
    request.addEventListener('error', () => reject(new RefusedError(readFailure(undefined))))
    request.addEventListener('load', () => {
      const body = parse(request.responseText)
      const id = idOf(body)
      if (request.status < 300 && id) resolve({ id })
      else reject(new RefusedError(readFailure(body, request.status)))
    })
    request.send(form)
  })
}

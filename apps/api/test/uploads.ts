import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import type { ImportKind } from '@oeuvre/domain/transfers/schema'
import type { Someone } from './factories.ts'
import { type Api, testBaseUrl } from './harness.ts'

export type Uploaded = { readonly status: number; readonly id: string; readonly refusals: Refusal[] }

/** Sends a file as the form does. */
export async function upload(api: Api, who: Someone, kind: ImportKind, content: Uint8Array | string, name = 'file.csv'): Promise<Uploaded> {
  const form = new FormData()
  form.append('file', new Blob([typeof content === 'string' ? content : Uint8Array.from(content)]), name)
  const response = await fetch(`${api.url}/api/o/${who.slug}/imports?kind=${kind}`, {
    method: 'POST',
    headers: { cookie: who.cookie, origin: testBaseUrl },
    body: form,
  })
  const body = (await response.json()) as { id?: string; refusals?: Refusal[] }
  return { status: response.status, id: body.id ?? '', refusals: body.refusals ?? [] }
}

/** Fetches an export as a link does. */
export async function download(api: Api, who: Someone, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${api.url}/api/o/${who.slug}/exports/${path}`, { headers: { cookie: who.cookie } })
  return { status: response.status, text: await response.text() }
}

import { randomUUID } from 'node:crypto'
import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import { type FileOutput, fileLimits } from '@oeuvre/domain/files/schema'
import type { Someone } from './factories.ts'
import { type Api, refusals, testBaseUrl } from './harness.ts'

export type Sent = { readonly status: number; readonly headers: Headers; readonly refusals: readonly Refusal[] }

/** One request of the upload protocol. */
export async function tus(
  api: Api,
  who: Someone,
  method: 'POST' | 'HEAD' | 'PATCH',
  id: string,
  { headers = {}, body }: { headers?: Readonly<Record<string, string>>; body?: Uint8Array<ArrayBuffer> } = {},
): Promise<Sent> {
  const type: Record<string, string> = method === 'PATCH' ? { 'content-type': 'application/offset+octet-stream' } : {}
  const response = await fetch(`${api.url}/api/o/${who.slug}/files/uploads${method === 'POST' ? '' : `/${id}`}`, {
    method,
    headers: { cookie: who.cookie, origin: testBaseUrl, 'tus-resumable': '1.0.0', ...type, ...headers },
    ...(body ? { body } : {}),
  })
  const text = await response.text()
  const answer = text ? (JSON.parse(text) as { refusals?: Refusal[] }) : {}
  return { status: response.status, headers: response.headers, refusals: answer.refusals ?? [] }
}

export function begin(api: Api, who: Someone, file: { id: string; name: string; size: number }): Promise<Sent> {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  return tus(api, who, 'POST', file.id, {
    headers: { 'upload-length': String(file.size), 'upload-metadata': `id ${base64(file.id)},filename ${base64(file.name)}` },
  })
}

/** Sends a file as the form does: begun, part by part, finished. */
export async function uploadEvidence(api: Api, who: Someone, name: string, content: Uint8Array | string, id: string = randomUUID()) {
  const bytes = Uint8Array.from(typeof content === 'string' ? Buffer.from(content) : content)
  const begun = await begin(api, who, { id, name, size: bytes.length })
  if (begun.status !== 201) return { id, file: null, refusal: begun.refusals[0]?.code ?? String(begun.status) }
  for (let at = 0; at < bytes.length; at += fileLimits.part) {
    const sent = await tus(api, who, 'PATCH', id, {
      headers: { 'upload-offset': String(at) },
      body: bytes.subarray(at, at + fileLimits.part),
    })
    if (sent.status !== 204) throw new Error(`part at ${at}: ${sent.status}`)
  }
  let file: FileOutput | null = null
  const finishing = who.call.files.finish.mutate({ id }).then((done) => {
    file = done
    return done
  })
  const refusal = await finishing.then(
    () => null,
    () => refusals(finishing),
  )
  return { id, file: file as FileOutput | null, refusal: refusal?.[0]?.code ?? null }
}

/** A stored file that must be there. */
export async function storedFile(api: Api, who: Someone, name: string, content: Uint8Array | string): Promise<FileOutput> {
  const { file, refusal } = await uploadEvidence(api, who, name, content)
  if (!file) throw new Error(`refused: ${refusal}`)
  return file
}

export function fetchFile(api: Api, who: Someone, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${api.url}/api/o/${who.slug}${path}`, { headers: { cookie: who.cookie, ...headers } })
}

/** A container of the old kind, nothing in it packed; `claims` are the sizes that its listing gives instead. */
export function container(entries: readonly { name: string; content?: string; claims?: number }[]): Buffer {
  const parts: Buffer[] = []
  const listing: Buffer[] = []
  let at = 0
  for (const { name, content = '', claims } of entries) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(content)]
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt32LE(bytes.length, 18)
    head.writeUInt32LE(claims ?? bytes.length, 22)
    head.writeUInt16LE(title.length, 26)
    const line = Buffer.alloc(46)
    line.writeUInt32LE(0x02014b50, 0)
    line.writeUInt32LE(bytes.length, 20)
    line.writeUInt32LE(claims ?? bytes.length, 24)
    line.writeUInt16LE(title.length, 28)
    line.writeUInt32LE(at, 42)
    parts.push(head, title, bytes)
    listing.push(line, title)
    at += head.length + title.length + bytes.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(listing).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...listing, end])
}

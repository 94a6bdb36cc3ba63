import { kindOf } from '@oeuvre/domain/files/rules'
import type { FileOutput } from '@oeuvre/domain/files/schema'
import type { StoredRow } from './repo.ts'

export function presentFile({ id, name, mediaType, size, width, height }: StoredRow): FileOutput {
  return { id, name, mediaType, kind: kindOf(mediaType), size, width, height }
}

/** Where its bytes are kept, by what they are. */
export function keyOf(organizationId: string, digest: string, look: 'whole' | 'thumbnail' = 'whole'): string {
  return `evidence/${organizationId}/${digest.slice(0, 2)}/${digest}${look === 'thumbnail' ? '.thumbnail' : ''}`
}

export function partsFolder(organizationId: string, uploadId: string): string {
  return `uploads/${organizationId}/${uploadId}`
}

/** In the order of their names. */
export function partKey(organizationId: string, uploadId: string, offset: number): string {
  return `${partsFolder(organizationId, uploadId)}/${String(offset).padStart(10, '0')}`
}

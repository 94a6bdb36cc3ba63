import type { Actor } from '../organizations/schema.ts'

/** What a policy has to know of a link. */
export type LinkRecord = { readonly personId: string }
type Reader = Pick<Actor, 'kind' | 'personId'>

/** A link and its visits are its owner's alone; no role opens them. Others see of it what its owner names as evidence on a result. */
export function ownsLink(reader: Reader, { personId }: LinkRecord): boolean {
  return reader.kind === 'person' && reader.personId === personId
}

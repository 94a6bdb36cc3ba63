import type { Actor } from '../organizations/schema.ts'
import type { SharedWith } from './portfolio/schema.ts'

type Reader = Pick<Actor, 'kind' | 'personId'>

/** Who wrote it, and to whom; a private one, and one that somebody thanked hid from the others, is theirs alone. No role opens it. */
export type KudosRecord = {
  readonly writerId: string
  readonly personIds: readonly string[]
  readonly isPrivate: boolean
  readonly isHidden: boolean
}

export function concernsKudos(reader: Reader, { writerId, personIds }: Pick<KudosRecord, 'writerId' | 'personIds'>): boolean {
  return reader.kind === 'person' && reader.personId !== null && (reader.personId === writerId || personIds.includes(reader.personId))
}

/** To be asked of whoever sees the story. */
export function maySeeKudos(reader: Reader, record: KudosRecord): boolean {
  return concernsKudos(reader, record) || (!record.isPrivate && !record.isHidden)
}

/** Their words can always be put away by those to whom they were said in the open. */
export function mayHideKudos(reader: Reader, { personIds, isPrivate }: Pick<KudosRecord, 'personIds' | 'isPrivate'>): boolean {
  return !isPrivate && reader.kind === 'person' && reader.personId !== null && personIds.includes(reader.personId)
}

export type PortfolioRecord = { readonly personId: string; readonly sharedWith: SharedWith; readonly sharedWithId: string | null }

/** What is gathered of somebody is theirs alone, unless they share it: with one person or with the organization. No role opens it. */
export function maySeePortfolio(reader: Reader, { personId, sharedWith, sharedWithId }: PortfolioRecord): boolean {
  if (reader.kind !== 'person' || reader.personId === null) return false
  if (reader.personId === personId || sharedWith === 'organization') return true
  return sharedWith === 'person' && sharedWithId === reader.personId
}

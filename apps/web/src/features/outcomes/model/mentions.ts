import { mentionOf } from '@oeuvre/domain/outcomes/comments/rules'
import type { CommentPart } from '@oeuvre/domain/outcomes/comments/schema'
import type { PersonRef } from '@oeuvre/domain/outcomes/schema'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'

/** What stands between an `@` and the place where one types. */
export type Asked = { readonly from: number; readonly text: string }

export function askedAt(text: string, place: number): Asked | null {
  const found = /(?:^|[\s([{«"'’])@([\p{L}\p{M}\p{N}'’.-]*(?: [\p{L}\p{M}\p{N}'’.-]*)?)$/u.exec(text.slice(0, place))
  const typed = found?.[1]
  return typed === undefined ? null : { from: place - typed.length - 1, text: typed }
}

/** Whose name, or one word of it, begins so; accents and case aside. */
export function matching<P extends PersonRef>(people: readonly P[], typed: string): P[] {
  const key = normalisedKey(typed)
  return people.filter(({ name }) => {
    const known = normalisedKey(name)
    return known.startsWith(key) || known.includes(` ${key}`)
  })
}

/** As it is sent: names that were chosen become ids. */
export function withIds(text: string, people: readonly PersonRef[]): string {
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length)
  return longestFirst.reduce((known, { id, name }) => known.replaceAll(`@${name}`, mentionOf(id)), text)
}

/** As it is written: names again. */
export function withNames(parts: readonly CommentPart[]): { text: string; people: PersonRef[] } {
  const people = parts.flatMap((part) => (part.kind === 'person' && part.person ? part.person : []))
  const text = parts.map((part) => (part.kind === 'text' ? part.text : part.person ? `@${part.person.name}` : '')).join('')
  return { text, people }
}

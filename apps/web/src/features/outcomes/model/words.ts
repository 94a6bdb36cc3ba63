import {
  type ChannelOption,
  type OutcomeType,
  type ReasonKind,
  type ReasonOption,
  reasonKinds,
  type SkillOption,
  type Vocabulary,
  type WordKind,
} from '@oeuvre/domain/outcomes/types/schema'

/** A type, a channel, a skill or a reason, told apart by its kind. */
export type Word =
  | ({ readonly word: 'type' } & OutcomeType)
  | ({ readonly word: 'channel' } & ChannelOption)
  | ({ readonly word: 'skill' } & SkillOption)
  | ({ readonly word: ReasonKind } & ReasonOption)

const lists = { type: 'types', channel: 'channels', skill: 'skills', decline: 'reasons', changes: 'reasons' } as const satisfies Readonly<
  Record<WordKind, keyof Vocabulary>
>

export function wordsOf(vocabulary: Vocabulary, kind: WordKind): readonly Word[] {
  if (kind === 'type') return vocabulary.types.map((one) => ({ word: kind, ...one }))
  if (kind === 'channel') return vocabulary.channels.map((one) => ({ word: kind, ...one }))
  const reason = reasonKinds.find((one) => one === kind)
  if (reason) return vocabulary.reasons.flatMap((one) => (one.kind === reason ? [{ word: reason, ...one }] : []))
  return vocabulary.skills.map((one) => ({ word: 'skill' as const, ...one }))
}

/** One place up (−1) or down (+1) among those in use; null at the ends. */
export function moveWord(ids: readonly string[], id: string, by: -1 | 1): readonly string[] | null {
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return null
  return ids.with(from, ids[to] ?? id).with(to, id)
}

/** Those named first, in that order; the rest as they stood: what the server will make of it. */
export function inOrder(vocabulary: Vocabulary, kind: WordKind, ids: readonly string[]): Vocabulary {
  const at = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length)
  return { ...vocabulary, [lists[kind]]: vocabulary[lists[kind]].toSorted((a, b) => at(a.id) - at(b.id)) }
}

/** Who has which pigment, archived ones aside. */
export function sharersOf(types: readonly OutcomeType[], pigment: number, id: string): readonly OutcomeType[] {
  return types.filter((type) => !type.isArchived && type.pigment === pigment && type.id !== id)
}

/** A pigment for a new type: the first that the fewest have. */
export function freestPigment(types: readonly OutcomeType[]): number {
  const counts = [1, 2, 3, 4, 5, 6, 7, 8].map((pigment) => ({ pigment, count: sharersOf(types, pigment, '').length }))
  return counts.toSorted((a, b) => a.count - b.count)[0]?.pigment ?? 1
}

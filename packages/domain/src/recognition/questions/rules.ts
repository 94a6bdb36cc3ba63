import type { PersonRef } from '../../outcomes/schema.ts'
import { normalisedKey } from '../../text/normalised-key.ts'
import { daysBetween } from '../../time/calendar.ts'
import type { Day } from '../../time/day.ts'
import type { Question } from './schema.ts'

/** Days and times from which something is worth a question. `days`: how far back thanks are looked at. */
export const questionRules = { days: 31, mutual: 4, burst: 5, burstDays: 7, sameClientDays: 14, oldDays: 365 } as const

/** Open thanks of the last `days`, each pair of writer and thanked once a thanks; of people who are there. */
export type Thanked = { readonly writer: PersonRef; readonly to: PersonRef; readonly on: Day }
export type NamedResult = { readonly id: string; readonly title: string; readonly client: string; readonly on: Day | null }

const keyOf = (one: Thanked) => `${one.writer.id} ${one.to.id}`

/** Two who thanked each other again and again, both ways. */
function mutuals(thanks: readonly Thanked[]): Question[] {
  const byPair = Map.groupBy(thanks, keyOf)
  return [...byPair].flatMap(([, there]): Question[] => {
    const [first] = there
    if (!first || first.writer.id >= first.to.id) return []
    const back = byPair.get(`${first.to.id} ${first.writer.id}`) ?? []
    const times = there.length + back.length
    if (back.length < 2 || there.length < 2 || times < questionRules.mutual) return []
    return [{ kind: 'mutual', people: [first.writer, first.to], times }]
  })
}

/** Three of whom each thanked the next more than once, and the last the first. */
function circles(thanks: readonly Thanked[]): Question[] {
  const often = [...Map.groupBy(thanks, keyOf).values()].flatMap((all) => (all.length >= 2 && all[0] ? [all[0]] : []))
  const from = Map.groupBy(often, (one) => one.writer.id)
  return often.flatMap(({ writer: a, to: b }) =>
    (from.get(b.id) ?? []).flatMap(({ to: c }): Question[] => {
      const closes = c.id !== a.id && (from.get(c.id) ?? []).some((one) => one.to.id === a.id)
      // Each ring is found from each of its people: told once, from the first.
      return closes && a.id < b.id && a.id < c.id ? [{ kind: 'circle', people: [a, b, c] }] : []
    }),
  )
}

/** One who thanked another many times within days. */
function bursts(thanks: readonly Thanked[]): Question[] {
  return [...Map.groupBy(thanks, keyOf).values()].flatMap((all): Question[] => {
    const days = all.map((one) => one.on).sort()
    const times = Math.max(
      ...days.map((day, at) => days.slice(at).filter((other) => daysBetween(day, other) < questionRules.burstDays).length),
    )
    const [first] = all
    return first && times >= questionRules.burst ? [{ kind: 'burst', writer: first.writer, to: first.to, times }] : []
  })
}

/** What can be seen of a game with thanks. Thanks earn nothing, so that there is nothing to punish: only to ask. */
export function questionsOfThanks(thanks: readonly Thanked[]): Question[] {
  return [...mutuals(thanks), ...circles(thanks), ...bursts(thanks)]
}

type Chosen = {
  readonly chosen: readonly NamedResult[]
  /** Other verified results of those recognised. */
  readonly others: readonly NamedResult[]
  /** Results that stand behind another award. */
  readonly awardedIds: ReadonlySet<string>
  readonly today: Day
}

/** What can be seen of one result told as several, of old ones, and of one that was recognised before. */
export function questionsOfResults({ chosen, others, awardedIds, today }: Chosen): Question[] {
  const split = new Map<string, Question>()
  for (const one of chosen) {
    const client = normalisedKey(one.client)
    if (client === '' || one.on === null) continue
    const on = one.on
    const near = [...chosen, ...others]
      .filter(
        (other) =>
          other.on !== null &&
          normalisedKey(other.client) === client &&
          Math.abs(daysBetween(on, other.on)) <= questionRules.sameClientDays,
      )
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const results = [...new Map(near.map(({ id, title }) => [id, { id, title }])).values()]
    if (results.length > 1)
      split.set(results.map((r) => r.id).join(), { kind: 'same-client', client: one.client, results, days: questionRules.sameClientDays })
  }
  const old = chosen.flatMap(({ id, title, on }): Question[] =>
    on !== null && daysBetween(on, today) > questionRules.oldDays ? [{ kind: 'old', result: { id, title }, on }] : [],
  )
  const again = chosen.flatMap(({ id, title }): Question[] => (awardedIds.has(id) ? [{ kind: 'awarded', result: { id, title } }] : []))
  return [...split.values(), ...old, ...again]
}

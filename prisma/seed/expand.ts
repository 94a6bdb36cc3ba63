import type { ContributorRole } from '@oeuvre/domain/credits/schema'
import type { Scenario, SeedPatterns, SeedStory } from './scenario.ts'

/** mulberry32: small, deterministic; good enough for a demonstration. */
function generator(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function pick<T>(random: () => number, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}

function weighted<T>(random: () => number, list: readonly T[], share: (x: T) => number): T {
  let at = random() * list.reduce((sum, x) => sum + share(x), 0)
  for (const x of list) {
    at -= share(x)
    if (at < 0) return x
  }
  return pick(random, list)
}

function splitFor(random: () => number, mates: readonly string[]): (readonly [string, ContributorRole, number])[] {
  const count = Math.min(
    mates.length,
    weighted(random, [1, 2, 3, 4], (n) => [0, 46, 34, 15, 5][n] ?? 0),
  )
  const order = [...mates].sort(() => random() - 0.5).slice(0, count)
  const weights = pick(random, [
    [1, 1, 1, 1],
    [60, 25, 10, 5],
    [50, 30, 10, 10],
  ])
  return order.map((person, i) => {
    const role: ContributorRole = i === 0 ? 'lead' : pick(random, ['support', 'support', 'coach', 'shadow'] as const)
    return [person, role, weights[i] ?? 1] as const
  })
}

function plainResult(s: Scenario, random: () => number, daysAgo: number): SeedStory {
  const p: SeedPatterns = s.patterns
  const kind = weighted(random, p.kinds, (k) => k.share)
  const team = pick(random, kind.teams)
  const mates = s.people.filter((x) => x.team === team && (x.leftDaysAgo ?? -1) < daysAgo).map((x) => x.key)
  // Those who decide for others stay free to decide.
  const leads = new Set(s.teams.flatMap((t) => t.managers))
  const others = s.people.filter((x) => x.team && x.team !== team && x.leftDaysAgo === undefined && !x.roles && !leads.has(x.key))
  const other = random() < 0.35 && others.length > 0 ? [pick(random, others).key] : []
  const people = splitFor(random, [...mates, ...other])
  const client = pick(random, kind.subjects ?? p.clients)
  const say = (text: string) => text.replaceAll('{client}', client)
  const [situation, action, result] = pick(random, kind.lines)
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const value = kind.value && random() < 0.9 ? Math.round((kind.value[0] * Math.exp(kind.value[1] * normal)) / 100) * 100 : undefined
  const lead = people[0]?.[0]
  const channels = weighted(random, p.channels, ([share]) => share)[1]
  const owned = s.people.find((x) => x.key === lead)?.accounts ?? []
  const story: SeedStory = {
    daysAgo,
    type: kind.type,
    title: say(pick(random, kind.titles)),
    subject: client,
    channels: channels.map((c) => (lead && owned.some((a) => a.address.includes(`${c}.com`)) ? `${c}@${lead}` : c)),
    people,
    story: [say(situation), say(action), say(result)],
    skill: kind.skill,
    waits: [Math.floor(random() * 3), 0.2 + random() * random() * 9],
    state: 'verified',
  }
  return value === undefined ? story : { ...story, value }
}

/** The stories and the plain results around them, oldest first. The same on every machine. */
export function expand(s: Scenario): SeedStory[] {
  const random = generator(s.slug.length * 7919)
  const months = s.patterns.perMonth
  const plain = months.flatMap((count, i) => {
    const newest = (months.length - 1 - i) * 30.4
    return Array.from({ length: count }, () => plainResult(s, random, Math.max(4, Math.round(newest + random() * 30.4))))
  })
  return [...plain, ...s.stories].sort((a, b) => b.daysAgo - a.daysAgo)
}

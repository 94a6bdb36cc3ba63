import { raw, type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { addDays } from '@oeuvre/domain/time/calendar'
import { blocksOf, isSought, type Matching, matchingAmong, rankOf, type Sought, withReach } from './match-outcomes.ts'
import { alongDays, choose, type From, firstLook, type Survey, surveyedAgain, surveyWords } from './survey-words.ts'

/** Ranking looks at no more: a word that stands everywhere ranks what is new. */
export const newest = 2000

export type Hit = { readonly id: string; readonly day: string; readonly rank: string }

export type Asked = {
  /** So many matches from that end of the days, and no more. */
  readonly count: number
  readonly from: From
  /** Of these the best, with a condition on `r (rank, day, id)`; 'all' as they stand by day; 'none': they are only counted. */
  readonly shown: 'all' | 'none' | { readonly best: number; readonly where: Sql }
}

export type Newest = { readonly count: number; readonly hits: readonly Hit[] }

/**
 * The matches at one end of the days. What many have is found soonest by reading the rows along the days, what few have by the index of the
 * words, over as long a time as it should take. Which of them it is, a look at the first rows tells.
 */
export async function findNewest(tx: SqlTx, matching: Matching, asked: Asked, looked = firstLook): Promise<Newest> {
  let survey = await surveyWords(tx, matching, asked.from, looked)
  let found: Newest = { count: 0, hits: [] }
  let rows = 0
  let after: number | undefined
  while (survey !== null && found.count < asked.count) {
    const choice = choose(survey, asked.count - found.count, rows)
    const through = (after ?? 0) + Math.ceil((choice.rows * survey.days) / survey.rows)
    const sought = choice.isLast ? choice.sought : inBlocksOf(choice.sought, survey, asked.from, [after, through])
    const stretch = { base: survey.day, after, through: choice.isLast ? undefined : through, sought }
    const more = await look(tx, matching, { ...asked, count: asked.count - found.count }, stretch)
    found = joined(found, more, asked)
    if (choice.isLast) break
    survey = surveyedAgain(survey, more.count, choice.rows)
    rows = choice.rows
    after = through
  }
  return found
}

/** Named from the first row there is, however far it lies off. */
function inBlocksOf(
  sought: Sought | undefined,
  { farthest, day }: Survey,
  from: From,
  [after, through]: readonly [number | undefined, number],
): Sought | undefined {
  const dayAt = (away: number) => addDays(day, from === 'latest' ? -away : away)
  return sought?.isTogether ? { ...sought, blocks: blocksOf(after === undefined ? farthest : dayAt(after), dayAt(through)) } : sought
}

function joined(one: Newest, other: Newest, { shown }: Asked): Newest {
  const known = new Set(one.hits.map((hit) => hit.id))
  const hits = [...one.hits, ...other.hits.filter((hit) => !known.has(hit.id))]
  const best = typeof shown === 'object' ? hits.toSorted(compareHits).slice(0, shown.best) : hits
  return { count: one.count + other.count, hits: best }
}

/** As the page has them: the best first, then the latest. */
function compareHits(a: Hit, b: Hit): number {
  const later = a.day === b.day ? a.id < b.id : a.day < b.day
  return Number(b.rank) - Number(a.rank) || (later ? 1 : -1)
}

/** Whole days, told as so many days away from one of them: after those, and through these; without the one or the other to that end. */
export type Stretch = {
  readonly base: string
  readonly after: number | undefined
  readonly through: number | undefined
  /** What the index of the words is asked for; without: the rows are read along the days. */
  readonly sought: Sought | undefined
}

/** A pair is no condition for the index of the words, which would list all that lies behind it. */
function isWithin({ base, after, through }: Stretch, from: From): Sql {
  const day = (away: number) => (from === 'latest' ? sql`(${base}::date - ${away}::int)` : sql`(${base}::date + ${away}::int)`)
  const isLatest = from === 'latest'
  const [first, last] = [sql`'00000000-0000-0000-0000-000000000000'::uuid`, sql`'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid`]
  const isAfter = (away: number) =>
    isLatest ? sql`(w.day, w.outcome_id) < (${day(away)}, ${first})` : sql`(w.day, w.outcome_id) > (${day(away)}, ${last})`
  const isThrough = (away: number) => (isLatest ? sql`w.day >= ${day(away)}` : sql`w.day <= ${day(away)}`)
  return sql`${after === undefined ? sql`TRUE` : isAfter(after)} AND ${through === undefined ? sql`TRUE` : isThrough(through)}`
}

/** The first rows `(id, day, whole, told, client, said)` of a stretch. */
export function matchesIn(matching: Matching, { from, count }: Pick<Asked, 'from' | 'count'>, stretch: Stretch): Sql {
  const within = isWithin(stretch, from)
  // A subquery of its own: along the days, where nothing is asked of the words before the rows are read, or nothing of their order before they are found.
  const rows = stretch.sought
    ? sql`(SELECT * FROM (SELECT * FROM outcome_words w WHERE ${isSought(matching, stretch.sought, within)} OFFSET 0) w WHERE ${within}) w`
    : sql`(SELECT * FROM outcome_words w WHERE ${within} ORDER BY ${alongDays(from)} OFFSET 0) w`
  return sql`${withReach(matching.sight)} SELECT w.outcome_id AS id, w.day, w.whole, w.told, w.client, w.said ${matchingAmong(rows, matching)}
    ORDER BY ${alongDays(from)} LIMIT ${raw(String(count))}`
}

async function look(tx: SqlTx, matching: Matching, asked: Asked, stretch: Stretch): Promise<Newest> {
  const { shown } = asked
  const rank = typeof shown === 'object' ? rankOf(matching) : sql`0::bigint`
  const hits = sql`SELECT n.id, n.day, ${rank} AS rank FROM (${matchesIn(matching, asked, stretch)}) n`
  const picked =
    typeof shown === 'object'
      ? sql`SELECT r.* FROM hits r WHERE ${shown.where} ORDER BY r.rank DESC, r.day DESC, r.id DESC LIMIT ${raw(String(shown.best))}`
      : sql`SELECT h.* FROM hits h WHERE ${shown === 'all'}`
  const rows = await tx.rows<{ count: number } & ({ [K in keyof Hit]: null } | Hit)>(sql`WITH hits AS MATERIALIZED (${hits})
    SELECT t.count, p.id, p.day, p.rank FROM (SELECT count(*)::int AS count FROM hits) t LEFT JOIN (${picked}) p ON TRUE`)
  return { count: rows[0]?.count ?? 0, hits: rows.flatMap(({ id, day, rank }) => (id === null ? [] : [{ id, day, rank }])) }
}

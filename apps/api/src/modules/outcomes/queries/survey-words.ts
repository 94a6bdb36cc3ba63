import { raw, type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type Column, type Counts, countsOf, type Matching, mayBeByPeople, type Sought, whole, withReach } from './match-outcomes.ts'

/** The end of the days where a search begins. */
export type From = 'latest' | 'earliest'

/** The order along the days, of `w`. */
export function alongDays(from: From): Sql {
  return from === 'latest' ? sql`w.day DESC, w.outcome_id DESC` : sql`w.day, w.outcome_id`
}

type Share = { readonly query: string; readonly general: number; readonly whole: number; readonly in: Readonly<Record<Column, number>> }

/** What the first rows along the days say of the others. */
export type Survey = {
  readonly rows: number
  /** They begin and end on these days, and are of so many, those far off aside. */
  readonly farthest: string
  readonly day: string
  readonly days: number
  /** What part of the rows has all that is asked, what part each word, and what part is of the people who concern the reader, where these are few. */
  readonly share: number
  readonly words: readonly Share[]
  readonly people: number | null
  /** So many rows may be there in all, and so many are in the index of the words, which has all organizations together. */
  readonly total: number
  readonly indexed: number
}

/** Rows looked at first. */
export const firstLook = 2000
const shareOf = (count: number, rows: number) => Math.max(count, 0.5) / Math.max(rows, 1)

/** null: there are no rows. The first of them may lie far off (somebody mistyped a year), so the days are counted without. */
export async function surveyWords(tx: SqlTx, matching: Matching, from: From, most: number): Promise<Survey | null> {
  const [end, far] = from === 'latest' ? [sql`min(w.day)`, sql`max(w.day)`] : [sql`max(w.day)`, sql`min(w.day)`]
  const row = await tx.one<{
    rows: number
    day: string | null
    farthest: string
    days: number
    indexed: number
    counts: Counts
  }>(
    sql`${withReach(matching.sight)} ${countsOf(
      sql`(SELECT * FROM outcome_words w ORDER BY ${alongDays(from)} LIMIT ${raw(String(most))}) w`,
      matching,
      sql`count(*)::int AS rows, ${end} AS day, ${far} AS farthest, abs(coalesce((array_agg(w.day))[${raw(String(Math.ceil(most / 20)))}], ${far}) - ${end}) AS days,
      (SELECT c.reltuples::float FROM pg_class c WHERE c.oid = 'outcome_search'::regclass) AS indexed`,
    )}`,
  )
  if (!row || row.day === null) return null
  const { rows, day, farthest, days, counts } = row
  const part = (count = 0) => shareOf(count, rows)
  const words = matching.search.wanted.map((query, i) => ({
    ...{ query, general: part(counts.general[i]), whole: part(counts.whole[i]) },
    in: { told: part(counts.in.told[i]), client: part(counts.in.client[i]), said: part(counts.in.said[i]) },
  }))
  const indexed = Math.max(row.indexed, rows)
  const people = mayBeByPeople(matching) ? part(counts.people) : null
  return {
    rows,
    farthest,
    day,
    days: Math.max(days, 1),
    share: part(counts.all),
    words,
    people,
    total: rows < most ? rows : indexed,
    indexed,
  }
}

/**
 * A stretch that was looked through had so much of what is asked. Days are not alike, and words come and go: that is the better guess for
 * the next.
 */
export function surveyedAgain(survey: Survey, count: number, rows: number): Survey {
  const share = shareOf(count, rows)
  const now = (before: number) => Math.min(1, (before * share) / survey.share)
  return { ...survey, share, words: survey.words.map((word) => ({ ...word, general: now(word.general), whole: now(word.whole) })) }
}

/**
 * Microseconds, roughly, of a row that is read along the days, of one that the index names and that lies anywhere, of one that stands in a
 * list of the index.
 */
const costs = { along: 0.7, named: 7, listed: 0.3, dated: 0.05 } as const
/** More than what should do. */
const amply = 1.3

export type Choice = {
  /** Through so many rows, about; the last: through all that are left. */
  readonly rows: number
  readonly isLast: boolean
  /** What the index is asked for; without: the rows are read along the days. */
  readonly sought: Sought | undefined
  /** Microseconds, roughly. */
  readonly cost: number
}

/** How to look for so many matches, after so many rows were looked through before. */
export function choose(survey: Survey, count: number, before: number): Choice {
  const { share, total } = survey
  const expected = Math.min(count / share, total)
  const rows = Math.max(amply * expected, 2 * before, survey.rows)
  const stretches =
    rows >= total
      ? [{ rows: total, isLast: true }]
      : [
          { rows, isLast: false },
          { rows: total, isLast: true },
        ]
  const columns = survey.people === null ? (['whole'] as const) : (['whole', 'general'] as const)
  const ways: Choice[] = stretches.flatMap((stretch) =>
    columns.flatMap((of) => [anywhere(survey, of, stretch), together(survey, of, stretch)]),
  )
  ways.push({ cost: costs.along * expected, rows, isLast: rows >= total, sought: undefined })
  return ways.reduce((one, other) => (other.cost < one.cost ? other : one))
}

type Ends = { readonly rows: number; readonly isLast: boolean }

/** A beginning that a great many have is dear to look up, and where few have the other words, so are the days. */
function rarestOf(words: readonly Share[], of: 'general' | 'whole'): Share[] {
  const fewest = Math.min(1, ...words.map((word) => word[of]))
  return words.filter((word) => word[of] <= 3 * fewest)
}

const isBeginning = ({ query }: Share) => /':\*/.test(query)

/** Each of the rarest words, in any column. */
function anywhere({ words, indexed, people }: Survey, of: 'general' | 'whole', stretch: Ends): Choice {
  const isByPeople = of === 'general'
  const ofPeople = isByPeople ? (people ?? 0) : 0
  const chosen = rarestOf(words, of)
  const fewest = Math.min(1, ...chosen.map((word) => word[of]))
  const short = shortOf([{ list: 'people', share: ofPeople }], indexed, stretch)
  const listed = chosen.reduce((sum, one) => sum + one[of], ofPeople) * indexed
  const dated = stretch.isLast ? 0 : Math.max(1, (isByPeople ? 2 : 3) - short.length) * stretch.rows
  const cost = costs.listed * listed + costs.dated * dated + costs.named * (fewest + ofPeople) * stretch.rows
  return { ...stretch, cost, sought: { words: chosen.map((one) => one.query), isTogether: false, isByPeople, short } }
}

/** The rarest words and all that are whole, which the index skips through: told together, or any of them in a column where few have one. */
function together({ words, share, indexed, people }: Survey, of: 'general' | 'whole', stretch: Ends): Choice {
  const isByPeople = of === 'general'
  const ofPeople = isByPeople ? (people ?? 0) : 0
  const rarest = rarestOf(words, of)
  const chosen = words.filter((word) => rarest.includes(word) || !isBeginning(word))
  const sum = (some: readonly Share[], list: Column) => some.reduce((all, word) => all + word.in[list], 0)
  const elsewhere = whole.filter((list) => list !== 'told').map((list) => ({ list, share: sum(chosen, list) }))
  const lists = [{ list: 'told' as const, share: sum(rarest, 'told') }, ...elsewhere, { list: 'people' as const, share: ofPeople }]
  const short = shortOf(lists, indexed, stretch)
  // What is told is listed by its blocks; to the end of the days it is not.
  const listed = lists.reduce((all, { list, share }) => all + share * (list === 'told' && !stretch.isLast ? stretch.rows : indexed), 0)
  const dated = stretch.isLast
    ? 0
    : lists.filter(({ list, share }) => list !== 'told' && share > 0 && !short.includes(list)).length * stretch.rows
  const told = chosen.length > 1 ? share : sum(chosen, 'told')
  const named = elsewhere.reduce((all, list) => all + list.share, told + ofPeople)
  const cost = costs.listed * listed + costs.dated * dated + costs.named * named * stretch.rows
  return { ...stretch, cost, sought: { words: chosen.map((one) => one.query), isTogether: true, isByPeople, short } }
}

/** What is read to its end, and what it names looked at, rather than cut to the days. */
function shortOf<L extends Column | 'people'>(
  lists: readonly { readonly list: L; readonly share: number }[],
  indexed: number,
  { rows, isLast }: Ends,
): L[] {
  return lists.filter(({ share }) => !isLast && costs.named * share * indexed < costs.dated * rows).map(({ list }) => list)
}

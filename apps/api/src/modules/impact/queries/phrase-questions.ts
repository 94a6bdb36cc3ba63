import { type Sql, sql } from '@oeuvre/db/sql'
import type { Side } from '@oeuvre/domain/credits/schema'
import { question } from './ask-cells.ts'
import { type Cells, type Dimension, nil } from './read-cells.ts'

export type KindRow = {
  readonly typeId: string
  readonly side: Side
  readonly rung: 4 | 5
  readonly bp: string
  readonly outcomes: number
  readonly value: string
  readonly potential: string
  /** Decided by people, and of them within the promise. */
  readonly promised: number
  readonly kept: number
}

/** Type × side × rung: what the headline, the sides, the types and how sure are added up from. */
export function askKinds({ kinds }: Cells) {
  return question<KindRow>(sql`
    SELECT type_id AS "typeId", side, rung, sum(bp)::text AS bp, sum(outcomes)::int AS outcomes, sum(value)::text AS value, sum(potential)::text AS potential,
      sum(promised)::int AS promised, sum(kept)::int AS kept
    FROM (${kinds}) k GROUP BY 1, 2, 3 HAVING sum(bp) <> 0`)
}

export type PartRow = { readonly key: string; readonly bp: string; readonly outcomes: number; readonly value: string }

/** One more dimension: teams, channels, trades … The nil id: none was named. */
export function askPart({ part }: Cells, dimension: Exclude<Dimension, 'person'>) {
  return question<PartRow>(sql`
    SELECT key, sum(bp)::text AS bp, sum(outcomes)::int AS outcomes, sum(value)::text AS value FROM (${part[dimension]}) p
    GROUP BY 1 HAVING sum(bp) <> 0 ORDER BY sum(bp) DESC, 1`)
}

/** Index into the first days of buckets, from 0. */
const bucketOf = (starts: readonly string[]) => sql`width_bucket(day, ${[...starts]}::date[]) - 1`

export type TimeRow = { readonly bucket: number; readonly key: string; readonly bp: string; readonly value: string }

const timeRows = (starts: readonly string[], key: Sql, from: Sql) =>
  question<TimeRow>(sql`
    SELECT ${bucketOf(starts)} AS bucket, ${key} AS key, sum(bp)::text AS bp, sum(value)::text AS value FROM (${from}) x
    GROUP BY 1, 2 HAVING sum(bp) <> 0 OR sum(value) <> 0 ORDER BY 1, 2`)

/** Results and value by bucket, told apart by what an outcome has one of. */
export function askOverTime({ kinds }: Cells, starts: readonly string[], by: 'type' | 'side' | 'none') {
  return timeRows(starts, { type: sql`type_id::text`, side: sql`side`, none: sql`''` }[by], kinds)
}

/** The same by another dimension; `keys`: only these, else all. */
export function askPartOverTime({ part }: Cells, starts: readonly string[], dimension: Dimension, keys: readonly string[] | null) {
  const rows = keys ? sql`SELECT * FROM (${part[dimension]}) p WHERE key = ANY (${[...keys]}::uuid[])` : part[dimension]
  return timeRows(starts, sql`CASE WHEN key <> ${nil}::uuid THEN key::text ELSE '' END`, rows)
}

export type PeopleRow = { readonly people: number; readonly bp: string | null; readonly value: string | null }

/** What each person who was credited has, in no order and without names or ids: lists with commas. */
export function askPeople({ persons }: Cells) {
  return question<PeopleRow>(sql`
    SELECT count(*)::int AS people, string_agg(bp::text, ',') AS bp, string_agg(value::text, ',') AS value
    FROM (SELECT sum(bp) AS bp, greatest(sum(value), 0) AS value FROM (${persons}) p GROUP BY key HAVING sum(bp) > 0) x`)
}

/** People credited in each bucket: they cannot be added up. */
export function askPeopleOverTime({ part, peopleByMonth }: Cells, starts: readonly string[], isByMonth: boolean) {
  if (isByMonth && peopleByMonth)
    return question<{ readonly bucket: number; readonly people: number }>(
      sql`SELECT ${bucketOf(starts)} AS bucket, sum(people)::int AS people FROM (${peopleByMonth}) p GROUP BY 1 HAVING sum(people) <> 0`,
    )
  return question<{ readonly bucket: number; readonly people: number }>(sql`
    SELECT bucket, count(*)::int AS people FROM (
      SELECT ${bucketOf(starts)} AS bucket, key FROM (${part.person}) p GROUP BY 1, 2 HAVING sum(bp) > 0) x GROUP BY 1`)
}

export type CountRow = { readonly bucket: number; readonly outcomes: number }

/** Tenths of days (cut) from sending to the decision, imports left out. */
export function askVerify({ count }: Cells) {
  return question<CountRow>(
    sql`SELECT bucket, sum(outcomes)::int AS outcomes FROM (${count.verify}) v GROUP BY 1 HAVING sum(outcomes) <> 0 ORDER BY 1`,
  )
}

export function askVerifyOverTime({ count }: Cells, starts: readonly string[]) {
  return question<CountRow & { readonly at: number }>(sql`
    SELECT ${bucketOf(starts)} AS at, bucket, sum(outcomes)::int AS outcomes FROM (${count.verify}) v GROUP BY 1, 2 HAVING sum(outcomes) <> 0 ORDER BY 1, 2`)
}

export const groups = ['all', 'social', 'conventional'] as const
export type Group = (typeof groups)[number]
/** Social: through an account, alone or with something else. Conventional: by conventional channels alone. */
export const sidesOf: Readonly<Record<Group, readonly Side[]>> = {
  all: ['social', 'conventional', 'both', 'not-stated'],
  social: ['social', 'both'],
  conventional: ['conventional'],
}
const grouped = sql`(VALUES ('all', NULL), ('social', 'social'), ('social', 'both'), ('conventional', 'conventional')) AS g (name, side)`

export type MiddleRow = {
  readonly group: Group
  readonly bucket: number
  readonly outcomes: number
  /** In the buckets before it. */
  readonly before: number
  readonly cases: number
  /** Of all buckets, each times its outcomes: for days a sum of days. */
  readonly sum: string
}

/**
 * The buckets around the middle of each group, wide enough to hold the ranks of an interval of the median: those lie within
 * 0.83 √n of it at 90 %.
 */
export function askMiddle(count: Sql) {
  return question<MiddleRow>(sql`
    SELECT "group", bucket, outcomes, (reached - outcomes)::int AS before, cases, sum FROM (
      SELECT g.name AS "group", c.bucket, sum(c.outcomes)::int AS outcomes, (sum(sum(c.outcomes)) OVER (PARTITION BY g.name ORDER BY c.bucket))::int AS reached,
        (sum(sum(c.outcomes)) OVER (PARTITION BY g.name))::int AS cases, (sum(sum(c.outcomes * c.bucket)) OVER (PARTITION BY g.name))::text AS sum
      FROM (SELECT side, bucket, sum(outcomes) AS outcomes FROM (${count}) h GROUP BY 1, 2 HAVING sum(outcomes) <> 0) c JOIN ${grouped} ON g.side IS NULL OR g.side = c.side
      GROUP BY 1, 2) x
    WHERE reached >= cases / 2.0 - sqrt(cases) - 2 AND reached - outcomes <= cases / 2.0 + sqrt(cases) + 2 AND cases > 0 ORDER BY 1, 2`)
}

export type SizeRow = { readonly group: Group; readonly rank: number; readonly value: string; readonly cases: number }

/** Values around the middle of each group, with their ranks from 1. */
export function askSizes(sizes: Sql) {
  return question<SizeRow>(sql`
    SELECT "group", rank::int, value::text, cases::int FROM (
      SELECT g.name AS "group", s.value, row_number() OVER (PARTITION BY g.name ORDER BY s.value) AS rank, count(*) OVER (PARTITION BY g.name) AS cases
      FROM (${sizes}) s JOIN ${grouped} ON g.side IS NULL OR g.side = s.side) x
    WHERE abs(rank - cases / 2.0) <= sqrt(cases) + 2 ORDER BY 1, 2`)
}

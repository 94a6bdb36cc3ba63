import { empty, join, raw, type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type Actor, hasRole } from '@oeuvre/domain/organizations/schema'
import { type Day, dayNumber } from '@oeuvre/domain/time/day'
import { dayNow } from '../../people/visible-to.ts'
import { concernedBy, confidentialTo, type Reach, seesVerified } from '../visible-to.ts'
import { holdsOn } from './load-outcomes.ts'
import type { Search } from './search-outcomes.ts'

/** The columns of `outcome_words w` in which a reader's words may be looked for. */
const columns = { told: raw('w.told'), client: raw('w.client'), said: raw('w.said') } as const
export type Column = keyof typeof columns
export const whole: readonly Column[] = ['told', 'client', 'said']

/** What a reader may know of whose results. */
export type Sight = {
  /** Of everything that they see. */
  readonly general: readonly Column[]
  /** Of `outcome o`: of this they may know all; null: of nothing, 'all': of everything. */
  readonly concerned: Sql | 'all' | null
  /** Nobody else takes part in what concerns them, or they may decide on it; null: too many to be named. */
  readonly people: readonly string[] | null
  readonly isReviewer: boolean
}

/** Above so many people a condition that names them costs more than it spares. */
const mostPeople = 5000
/** Above so many people the index by people is slower than the one by words. */
const fewPeople = 100

export async function sightOf(tx: SqlTx, actor: Actor): Promise<Sight> {
  const isReviewer = hasRole(actor, 'reviewer')
  if (actor.kind !== 'person') return { general: whole, concerned: 'all', people: null, isReviewer }
  const general: readonly Column[] = confidentialTo(actor) === null ? ['told', 'client'] : ['told']
  if (actor.personId === null) return { general, concerned: null, people: [], isReviewer }
  const people = await peopleInReach(tx, actor, actor.personId)
  if (people.length > mostPeople) return { general, concerned: concernedBy(actor, actor.personId), people: null, isReviewer }
  return { general, concerned: concernedBy(actor, actor.personId, inReach), people, isReviewer }
}

const inReach: Reach = sql`SELECT r.id FROM reach r`

/** Within `withReach`. */
export function reachOf({ people, concerned }: Sight): Reach | undefined {
  return people === null || concerned === null ? undefined : inReach
}

/** Names the people once for all of a query: they may be thousands. */
export function withReach({ people }: Sight): Sql {
  return people === null ? empty : sql`WITH reach AS MATERIALIZED (SELECT unnest(${[...people]}::uuid[]) AS id)`
}

async function peopleInReach(tx: SqlTx, actor: Actor, personId: string): Promise<string[]> {
  if (actor.reachTeamIds.length === 0) return [personId]
  // The last day counts of whoever left, and the others have none: they need not be read.
  const rows = await tx.prepared<{ id: string }>(sql`SELECT DISTINCT m.person_id AS id FROM team_membership m
    LEFT JOIN person p ON p.left_on IS NOT NULL AND p.organization_id = m.organization_id AND p.id = m.person_id
    WHERE m.organization_id = ${actor.organizationId}::uuid AND m.team_id = ANY (${[...actor.reachTeamIds]}::uuid[])
      AND ${holdsOn('m', dayNow(sql`${actor.today}::date`))} LIMIT ${raw(String(mostPeople + 1))}`)
  return [...new Set([personId, ...rows.map((row) => row.id)])]
}

const all = (conditions: readonly Sql[]) => (conditions.length > 0 ? sql`(${join(conditions, ' AND ')})` : sql`TRUE`)

/** Whether `w` has a word in a column: compared there, or as it was compared before. */
type Has = (query: string, column: Column) => Sql
const compared: Has = (query, column) => sql`${columns[column]} @@ ${query}::tsquery`

function isIn(query: string, of: readonly Column[], has = compared): Sql {
  return sql`(${join(
    of.map((column) => has(query, column)),
    ' OR ',
  )})`
}

const noneIn = (queries: readonly string[], of: readonly Column[]) => all(queries.map((query) => sql`NOT ${isIn(query, of)}`))

/** One of these takes part in `w`, most of which have one or two. */
function areAmong(people: readonly string[]): Sql {
  const [first] = people
  if (people.length === 1) return sql`${first}::uuid = ANY (w.people)`
  return sql`((w.people[1] IN (${inReach})) IS TRUE OR (w.people[2] IN (${inReach})) IS TRUE
    OR (w.people[3] IS NOT NULL AND EXISTS (SELECT FROM unnest(w.people) x(id) WHERE (x.id IN (${inReach})) IS TRUE)))`
}

export type Matching = {
  readonly actor: Actor
  readonly search: Search
  readonly sight: Sight
  /** Of `outcome o`: everything else that is asked, and what the reader sees. */
  readonly filter: Sql
  /** Nothing else is asked: whatever the reader may see passes it, and need not be looked at where that is known. */
  readonly isWordsAlone: boolean
}

const wantedIn = ({ search: { wanted } }: Matching, of: readonly Column[], has = compared) =>
  all(wanted.map((query) => isIn(query, of, has)))

/** As far as `w` tells. In this order, because nearly every row that is read has none of the words, nor any of few people. */
function mayBeFound(matching: Matching, has = compared): Sql {
  const {
    search: { wanted },
    sight: { general, concerned, people, isReviewer },
  } = matching
  const known = wantedIn(matching, general, has)
  if (concerned === null) return sql`${known} IS TRUE`
  const others = whole.filter((column) => !general.includes(column))
  const elsewhere = wantedIn(matching, wanted.length === 1 ? others : whole, has)
  if (concerned === 'all') return sql`${wantedIn(matching, whole, has)} IS TRUE`
  if (people === null || isReviewer) return sql`(${known} OR ${elsewhere}) IS TRUE`
  if (!seesVerified(matching.actor)) return sql`((${known} OR ${elsewhere}) AND ${areAmong(people)}) IS TRUE`
  return people.length === 1
    ? sql`(${known} OR (${areAmong(people)} AND ${elsewhere})) IS TRUE`
    : sql`(${known} OR (${elsewhere} AND ${areAmong(people)})) IS TRUE`
}

/**
 * FROM and WHERE of what matches among `rows`, which stand as `w`, with `w.whole`: the reader may know all of it. No index is asked for it
 * here: `rows` says how.
 *
 * The organization of `w` is the view's to say. Named here or joined, it would take the rank of the policy of `outcome`, and then the words,
 * not being leakproof, would be asked of no index.
 */
export function matchingAmong(rows: Sql, matching: Matching): Sql {
  const { search, sight } = matching
  const { general, concerned } = sight
  if (concerned === null || concerned === 'all') {
    const of = concerned === null ? general : whole
    return sql`FROM (SELECT w.*, ${concerned === 'all'}::boolean AS whole FROM ${rows}) w
      WHERE ${mayBeFound(matching)} AND ${noneIn(search.unwanted, of)} AND ${passes(matching)}`
  }
  // Told once of each row that may match: a lateral question for each took a tenth of a search.
  return sql`FROM (SELECT w.*, ${isWhole(matching, concerned)} AS whole FROM ${rows} WHERE ${mayBeFound(matching)} AND ${passes(matching)} OFFSET 0) w
    WHERE CASE WHEN w.whole THEN ${noneIn(search.unwanted, whole)}
      ELSE ${wantedIn(matching, general)} IS TRUE AND ${noneIn(search.unwanted, general)} END`
}

/** Whether what concerns the reader is on this condition of `outcome o`; most rows tell it themselves. */
function isWhole(matching: Matching, concerned: Sql): Sql {
  const { people, isReviewer } = matching.sight
  const looked = isOutcome(matching, concerned)
  if (people === null) return looked
  const known = sql`(w.are_contributors AND w.state <> 'draft')`
  const near = sql`CASE WHEN ${areAmong(people)} THEN ${known} OR ${looked} ELSE FALSE END`
  return isReviewer ? sql`(${near} OR (w.state IN ('submitted', 'second-look') AND ${looked}))` : near
}

/** Asked of one row after the other: joined, all outcomes that pass might be read first. */
function isOutcome({ actor }: Matching, condition: Sql): Sql {
  return sql`EXISTS (SELECT FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid AND o.id = w.outcome_id AND ${condition} OFFSET 0)`
}

function passes(matching: Matching): Sql {
  const looked = isOutcome(matching, matching.filter)
  if (!matching.isWordsAlone) return looked
  if (seesVerified(matching.actor)) return sql`(w.state = 'verified' OR ${looked})`
  const { people } = matching.sight
  return people === null ? looked : sql`(${isKnownOf(people)} OR ${looked})`
}

/** Of contributors it is enough that one is within reach; of an author who takes no part it is not. */
function isKnownOf(people: readonly string[]): Sql {
  return sql`(w.are_contributors AND w.state <> 'draft' AND ${areAmong(people)})`
}

/**
 * What the index of the words is asked for: rows that have these words in any column, or in those that everybody may know; by their people
 * the others. Together: all of them told, or any of them elsewhere. A list that is short in all is not cut to the days, which would be looked
 * up once more.
 */
export type Sought = {
  readonly words: readonly string[]
  readonly isTogether: boolean
  /** The blocks of the days, where they are not too many to be named. */
  readonly blocks?: readonly string[] | undefined
  readonly isByPeople: boolean
  readonly short: readonly (Column | 'people')[]
}

/** Of `w`: nothing that matches within the days is left out; `within` is to be asked again of what is found. */
export function isSought({ sight: { general, concerned, people } }: Matching, sought: Sought, within: Sql): Sql {
  const { words, isTogether, blocks, isByPeople, short } = sought
  const of = concerned === null || isByPeople ? general : whole
  const cut = (list: Column | 'people' | null, found: Sql) => (list && short.includes(list) ? found : sql`(${found} AND ${within})`)
  // Where not all of them are told, one of them at least stands in another column.
  const inColumn = (column: Column) =>
    column === 'told' ? all(words.map((query) => isIn(query, ['told']))) : isIn(words.join(' | '), [column])
  const told = blocks ? sql`w.blocks @@ ${inBlocks(words, blocks)}::tsquery` : cut('told', inColumn('told'))
  const said = isTogether
    ? of.map((column) => (column === 'told' ? told : cut(column, inColumn(column))))
    : [cut(null, all(words.map((query) => isIn(query, of))))]
  const among = isByPeople && people !== null ? [cut('people', sql`w.people && ${[...people]}::uuid[]`)] : []
  return sql`(${join([...said, ...among], ' OR ')})`
}

/** Days of a block of `outcome_words.blocks`, and the first of them. */
const block = { days: 32, from: '2000-01-01' } as const
/** More of them are not worth naming. */
const mostBlocks = 48

/** The blocks of these days, both included, in either order; undefined: too many. */
export function blocksOf(one: Day, other: Day): string[] | undefined {
  const [first = 0, last = 0] = [one, other]
    .map((day) => Math.floor((dayNumber(day) - dayNumber(block.from)) / block.days))
    .sort((a, b) => a - b)
  if (last - first >= mostBlocks) return undefined
  return Array.from({ length: last - first + 1 }, (_, at) => ((first + at) >>> 0).toString(16))
}

/** All of these words in one of the blocks; of a phrase its words, since places are not kept there. */
function inBlocks(words: readonly string[], blocks: readonly string[]): string {
  const query = words.join(' & ').replaceAll(' <-> ', ' & ')
  return blocks.map((name) => `(${query.replaceAll(/'((?:[^']|'')+)'/g, (_, lexeme: string) => `'${name}:${lexeme}'`)})`).join(' | ')
}

/** Where few people concern the reader, their results can be found by these: a word of a client may stand in many that concern others. */
export function mayBeByPeople({ sight: { concerned, people, isReviewer } }: Matching): boolean {
  return concerned !== null && concerned !== 'all' && people !== null && people.length <= fewPeople && !isReviewer
}

/** All matches, as rows `(outcome_id)`. */
export function matchesOf(matching: Matching): Sql {
  const everything = { words: matching.search.wanted, isTogether: false, isByPeople: mayBeByPeople(matching), short: [] }
  const rows = sql`(SELECT * FROM outcome_words w WHERE ${isSought(matching, everything, sql`TRUE`)} OFFSET 0) w`
  return sql`${withReach(matching.sight)} SELECT w.outcome_id ${matchingAmong(rows, matching)}`
}

/** How well `n (whole, told, client, said)` fits: what the reader may know is ranked, and nothing else. Put together only where a word stands in both. */
export function rankOf({ actor, search }: Pick<Matching, 'actor' | 'search'>): Sql {
  const any = search.wanted.join(' | ')
  const withClient = sql`CASE WHEN n.client @@ ${any}::tsquery THEN n.told || n.client ELSE n.told END`
  const known = actor.kind === 'person' && confidentialTo(actor) !== null ? sql`n.told` : withClient
  const everything = sql`CASE WHEN n.said @@ ${any}::tsquery THEN n.told || n.client || n.said ELSE ${withClient} END`
  return sql`(1e6 * ts_rank_cd('{0.1, 0.3, 0.6, 1}', CASE WHEN n.whole THEN ${everything} ELSE ${known} END,
    ${search.wanted.join(' & ')}::tsquery))::bigint`
}

/** How many have each word, by column, and in what everybody may know, and anywhere; all of them as far as `w` tells; the reader's people. */
export type Counts = {
  readonly in: Readonly<Record<Column, number[]>>
  readonly general: number[]
  readonly whole: number[]
  readonly all: number
  readonly people: number
}

const names: Has = (query, column) => raw(`w.${column}_${query}`)

/** SELECT of the counts among `rows`, which stand as `w`: each word is compared once with each column. */
export function countsOf(rows: Sql, matching: Matching, more: Sql): Sql {
  const {
    search: { wanted },
    sight: { general, people },
  } = matching
  const at = wanted.map((_, i) => String(i))
  const numbered: Matching = { ...matching, search: { ...matching.search, wanted: at } }
  const compares = wanted.flatMap((query, i) => whole.map((column) => sql`${compared(query, column)} AS ${raw(`${column}_${i}`)}`))
  const countOf = (condition: Sql) => sql`count(*) FILTER (WHERE ${condition})`
  const each = (of: readonly Column[]) => sql`json_build_array(${join([...at.map((i) => countOf(isIn(i, of, names))), sql`0`], ', ')})`
  const counts = sql`json_build_object('general', ${each(general)}, 'whole', ${each(whole)}, 'all', ${countOf(mayBeFound(numbered, names))},
    'in', json_build_object(${join(
      whole.map((column) => sql`${column}::text, ${each([column])}`),
      ', ',
    )}), 'people', ${people && mayBeByPeople(matching) ? countOf(areAmong(people)) : sql`0`})`
  return sql`SELECT ${more}, ${counts} AS counts FROM (SELECT ${join([sql`w.day, w.people`, ...compares], ', ')} FROM ${rows} OFFSET 0) w`
}

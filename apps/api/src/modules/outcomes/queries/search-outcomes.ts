import { empty, join, raw, type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type Actor, hasRole } from '@oeuvre/domain/organizations/schema'
import { readSearch, type Wanted } from '@oeuvre/domain/outcomes/search/rules'
import { dayNow } from '../../people/visible-to.ts'
import { concernedBy, confidentialTo, decidableBy } from '../visible-to.ts'
import { holdsOn } from './load-outcomes.ts'

/** What is looked for, each in the forms that the index has. */
export type Search = {
  /** All of these. */
  readonly wanted: readonly string[]
  /** None of these. */
  readonly unwanted: readonly string[]
}

type Forms = {
  readonly word: string
  readonly fr: readonly string[]
  readonly bare: readonly string[]
  readonly en: readonly string[]
  readonly plain: readonly string[]
}

const quoted = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** One word: its stems in both languages, itself, and while it is typed what begins with it. */
function queryOfWord({ fr, bare, en, plain }: Forms, isUnfinished: boolean): string | null {
  const exact = [...new Set([...fr, ...bare, ...en, ...plain])].map(quoted)
  const begun = isUnfinished ? plain.map((lexeme) => `${quoted(lexeme)}:*`) : []
  return exact.length + begun.length > 0 ? `(${[...exact, ...begun].join(' | ')})` : null
}

/** Between quotes the words stand as they are, accents and case aside. */
function queryOfPhrase(forms: readonly Forms[], isUnfinished: boolean): string | null {
  const words = forms.flatMap(({ plain }) => plain)
  const last = words.length - 1
  const parts = words.map((lexeme, i) => `${quoted(lexeme)}${isUnfinished && i === last ? ':*' : ''}`)
  return parts.length > 0 ? `(${parts.join(' <-> ')})` : null
}

/** null: there is nothing to look for in it. Words that every text has count only where there are no others. */
export async function searchOf(tx: SqlTx, text: string): Promise<Search | null> {
  const asked = readSearch(text)
  if (asked.length === 0) return null
  const forms = new Map((await listForms(tx, [...new Set(asked.flatMap((one) => one.words))])).map((one) => [one.word, one]))
  const of = ({ words }: Wanted) => words.flatMap((word) => forms.get(word) ?? [])
  const isTelling = (one: Wanted) => one.isPhrase || of(one).every(({ fr, en }) => fr.length > 0 && en.length > 0)
  const telling = asked.filter((one) => !one.isUnwanted && isTelling(one))
  const positive = telling.length > 0 ? telling : asked.filter((one) => !one.isUnwanted)
  const query = (one: Wanted) =>
    (one.isPhrase ? queryOfPhrase(of(one), one.isUnfinished) : of(one).map((form) => queryOfWord(form, one.isUnfinished))[0]) ?? []
  const wanted = positive.flatMap(query)
  const unwanted = asked.filter((one) => one.isUnwanted).flatMap(query)
  return wanted.length + unwanted.length > 0 ? { wanted, unwanted } : null
}

function listForms(tx: SqlTx, words: readonly string[]): Promise<Forms[]> {
  return tx.rows<Forms>(sql`SELECT w.word, tsvector_to_array(search_french(w.word)) AS fr, tsvector_to_array(to_tsvector('oeuvre_fr', w.word)) AS bare,
    tsvector_to_array(to_tsvector('oeuvre_en', w.word)) AS en, tsvector_to_array(to_tsvector('oeuvre_plain', w.word)) AS plain
    FROM unnest(${[...words]}::text[]) AS w(word)`)
}

/** The columns of `outcome_words w` in which a reader's words may be looked for. */
const columns = { told: raw('w.told'), client: raw('w.client'), said: raw('w.said') } as const
type Column = keyof typeof columns

/** Rows of which the reader may know so much: `isWhole` with what was said and the client. */
type Scope = {
  readonly of: readonly Column[]
  readonly condition: Sql
  readonly isWhole: boolean
  /** Rows of which the reader may know the other columns too: there an unwanted word counts in all. */
  readonly unlessIn?: Sql
}

const whole: readonly Column[] = ['told', 'client', 'said']
/** Above so many people the index by people finds half of the organization. */
const fewPeople = 500

/**
 * What may be looked for where. What everybody may know of everything that the reader sees (`filterOf` says which); of results that
 * concern them also the client and what was said. The second are found by their people where those are few, because a word of the
 * client alone may stand in many that concern others.
 */
async function scopesOf(tx: SqlTx, actor: Actor): Promise<Scope[]> {
  if (actor.kind !== 'person') return [{ of: whole, condition: sql`TRUE`, isWhole: true }]
  const general: Scope = { of: confidentialTo(actor) === null ? ['told', 'client'] : ['told'], condition: sql`TRUE`, isWhole: false }
  if (actor.personId === null) return [general]
  const people = await peopleInReach(tx, actor, actor.personId)
  const concerned = concernedBy(actor, actor.personId)
  const alone: Scope = { ...general, unlessIn: concerned }
  const ofMine: Scope = { of: whole, condition: sql`w.people && ${people}::uuid[] AND ${concerned}`, isWhole: true }
  const isFew = people.length <= fewPeople
  const byReview = sql`o.state IN ('submitted', 'second-look') AND ${decidableBy(actor)}`
  return [
    alone,
    isFew ? ofMine : { ...ofMine, condition: concerned },
    ...(isFew && hasRole(actor, 'reviewer') ? [{ of: whole, condition: byReview, isWhole: true }] : []),
  ]
}

async function peopleInReach(tx: SqlTx, actor: Actor, personId: string): Promise<string[]> {
  if (actor.reachTeamIds.length === 0) return [personId]
  const rows = await tx.rows<{ id: string }>(sql`SELECT DISTINCT m.person_id AS id FROM team_membership m
    JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id
    WHERE m.organization_id = ${actor.organizationId}::uuid AND m.team_id = ANY (${[...actor.reachTeamIds]}::uuid[])
      AND ${holdsOn('m', dayNow(sql`${actor.today}::date`))} LIMIT ${fewPeople + 1}`)
  return [...new Set([personId, ...rows.map((row) => row.id)])]
}

function isIn(query: string, of: readonly Column[]): Sql {
  return sql`(${join(
    of.map((column) => sql`${columns[column]} @@ ${query}::tsquery`),
    ' OR ',
  )})`
}

function fits({ wanted, unwanted }: Search, { of, unlessIn }: Scope): Sql {
  const others = whole.filter((column) => !of.includes(column))
  const hidden =
    unlessIn === undefined || others.length === 0 ? [] : unwanted.map((query) => sql`NOT (${isIn(query, others)} AND ${unlessIn})`)
  return join(
    [...wanted.map((query) => isIn(query, of)), ...unwanted.map((query) => sql`NOT ${isIn(query, of)}`), ...hidden, sql`TRUE`],
    ' AND ',
  )
}

export type Matching = {
  readonly actor: Actor
  readonly search: Search
  /** Of `outcome o`: everything else that is asked, and what the reader sees. */
  readonly filter: Sql
  /** Only the first so many in this order, by the day of the result. */
  readonly first?: { readonly count: number; readonly order: 'latest' | 'earliest'; readonly after?: Sql }
}

/**
 * The organization of `w` is the view's to say. Named here or joined, it would take the rank of the policy of `outcome`, and then the words,
 * not being leakproof, would be asked of no index.
 *
 * The matches as rows `(id, day, whole)`, perhaps one twice: once for what everybody may know, once for what this reader may. */
export async function matchesOf(tx: SqlTx, { actor, search, filter, first }: Matching): Promise<Sql> {
  const order = first?.order === 'earliest' ? sql`w.day, w.outcome_id` : sql`w.day DESC, w.outcome_id DESC`
  const end = first ? sql`ORDER BY ${order} LIMIT ${raw(String(first.count))}` : empty
  const after = first?.after ? sql` AND ${first.after}` : empty
  const parts = (await scopesOf(tx, actor)).map(
    (scope) => sql`(SELECT w.outcome_id AS id, w.day, ${scope.isWhole}::boolean AS whole
      FROM outcome_words w JOIN outcome o ON o.organization_id = ${actor.organizationId}::uuid AND o.id = w.outcome_id
      WHERE ${fits(search, scope)} AND ${scope.condition} AND ${filter}${after} ${end})`,
  )
  return join(parts, ' UNION ALL ')
}

/** How well each of the newest matches fits: rows `(id, day, rank)`. Ranked is what the reader may know, and nothing else. */
export async function ranksOf(tx: SqlTx, matching: Omit<Matching, 'first'>): Promise<Sql> {
  const { actor, search } = matching
  const hits = await matchesOf(tx, { ...matching, first: { count: newest, order: 'latest' } })
  const known = actor.kind === 'person' && confidentialTo(actor) !== null ? sql`w.told` : sql`w.told || w.client`
  const all = search.wanted.join(' & ')
  return sql`SELECT n.id, n.day, (1e6 * ts_rank_cd('{0.1, 0.3, 0.6, 1}', CASE WHEN n.whole THEN w.told || w.client || w.said ELSE ${known} END,
      ${all}::tsquery))::bigint AS rank
    FROM (SELECT h.id, h.day, bool_or(h.whole) AS whole FROM (${hits}) h GROUP BY h.id, h.day ORDER BY h.day DESC, h.id DESC LIMIT ${raw(String(newest))}) n
    JOIN outcome_words w ON w.outcome_id = n.id`
}

/** Ranking looks at no more: a word that stands everywhere ranks what is new. */
const newest = 2000

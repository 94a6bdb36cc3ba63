import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { readSearch, type Wanted } from '@oeuvre/domain/outcomes/search/rules'

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
  const isBegun = (lexeme: string) => isUnfinished && plain.some((begun) => lexeme.startsWith(begun))
  const exact = [...new Set([...fr, ...bare, ...en, ...plain])].filter((lexeme) => !isBegun(lexeme)).map(quoted)
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
  const [rows] = await Promise.all([listForms(tx, [...new Set(asked.flatMap((one) => one.words))]), prepareTo(tx)])
  const forms = new Map(rows.map((one) => [one.word, one]))
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

/**
 * For the rest of the transaction. What is looked for is found in milliseconds, which compiling it or starting helpers would multiply; a
 * list of the rows that a word stands in has room, so that none of them is compared again.
 */
function prepareTo(tx: SqlTx): Promise<unknown> {
  return tx.rows(
    sql`SELECT set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true), set_config('work_mem', '32MB', true)`,
  )
}

function listForms(tx: SqlTx, words: readonly string[]): Promise<Forms[]> {
  return tx.prepared<Forms>(sql`SELECT w.word, tsvector_to_array(search_french(w.word)) AS fr, tsvector_to_array(to_tsvector('oeuvre_fr', w.word)) AS bare,
    tsvector_to_array(to_tsvector('oeuvre_en', w.word)) AS en, tsvector_to_array(to_tsvector('oeuvre_plain', w.word)) AS plain
    FROM unnest(${[...words]}::text[]) AS w(word)`)
}

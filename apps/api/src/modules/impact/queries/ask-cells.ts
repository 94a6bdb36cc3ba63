import { empty, join, raw, type Sql, sql } from '@oeuvre/db/sql'
import { type Beside, type SqlTx, together } from '@oeuvre/db/tenant'
import type { Cells } from './read-cells.ts'

/** A question over cells, and what its rows are. Numbers that may be large are text. */
export type Question<Row> = { readonly sql: Sql; readonly rows?: Row }

export function question<Row>(query: Sql): Question<Row> {
  return { sql: query }
}

export type Answers<Q extends Record<string, Question<unknown>>> = { readonly [K in keyof Q]: readonly NonNullable<Q[K]['rows']>[] }

/** What need not be asked. */
export const nothingAsked = sql`SELECT WHERE FALSE`

/** Several questions in one statement, so that the ledger is walked once for all of them. */
export async function ask<Q extends Record<string, Question<unknown>>>(
  tx: SqlTx,
  cells: Pick<Cells, 'ctes'>,
  questions: Q,
): Promise<Answers<Q>> {
  const parts = Object.entries(questions).map(
    ([name, q]) => sql`(SELECT coalesce(json_agg(row_to_json(x)), '[]') FROM (${q.sql}) x) AS ${raw(`"${name}"`)}`,
  )
  const row = await tx.one<Answers<Q>>(sql`WITH RECURSIVE ${cells.ctes} SELECT ${join(parts, ', ')}`)
  if (!row) throw new Error('an aggregate without a row')
  return row
}

type Asking = { readonly cells: Pick<Cells, 'ctes'>; readonly questions: Record<string, Question<unknown>> }
type Answered<A extends Record<string, Asking>> = { readonly [K in keyof A]: Answers<A[K]['questions']> }

/** Questions over several cells: those that share their entries in one statement, the others beside it at the same time. */
export async function askTogether<A extends Record<string, Asking>>(tx: SqlTx, beside: Beside, asked: A): Promise<Answered<A>> {
  const groups = [...Map.groupBy(Object.entries(asked), ([, { cells }]) => cells.ctes).values()]
  const answers = await together(
    groups.map((group, i) => {
      const questions = Object.fromEntries(
        group.flatMap(([name, one]) => Object.entries(one.questions).map(([key, q]) => [`${name}.${key}`, q] as const)),
      )
      const work = (own: SqlTx) => ask(own, group[0]?.[1].cells ?? { ctes: empty }, questions)
      return i === 0 ? work(tx) : beside(work)
    }),
  )
  const all: Record<string, readonly unknown[]> = Object.assign({}, ...answers)
  return Object.fromEntries(
    Object.entries(asked).map(([name, { questions }]) => [
      name,
      Object.fromEntries(Object.keys(questions).map((key) => [key, all[`${name}.${key}`]])),
    ]),
  ) as Answered<A>
}

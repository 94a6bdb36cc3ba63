import { join, raw, type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { Cells } from './read-cells.ts'

/** A question over cells, and what its rows are. Numbers that may be large are text. */
export type Question<Row> = { readonly sql: Sql; readonly rows?: Row }

export function question<Row>(query: Sql): Question<Row> {
  return { sql: query }
}

type Answers<Q extends Record<string, Question<unknown>>> = { readonly [K in keyof Q]: readonly NonNullable<Q[K]['rows']>[] }

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

import { columnsOfPeople } from '../person-columns/rules.ts'
import { columnsOfTraces } from '../trace-columns/rules.ts'
import { type Columns, type StoredFact, type StoredTable, storedFacts } from './schema.ts'

/**
 * Every column of the tables of `privacy/rules.ts`, by what it holds. The number of the organization stands in most of them and is said
 * once. A test holds it against the catalogue of the database, so that no column is missing.
 */
const columns: Readonly<Record<StoredTable, Columns>> = { ...columnsOfPeople, ...columnsOfTraces }

export type StoredColumns = { readonly fact: StoredFact; readonly columns: readonly string[] }

/** What a table holds, in the order of `storedFacts`. */
export function columnsOf(table: StoredTable): StoredColumns[] {
  const row = columns[table]
  return storedFacts.flatMap((fact) => {
    const names = row[fact]
    return names === undefined ? [] : [{ fact, columns: names.split(' ') }]
  })
}

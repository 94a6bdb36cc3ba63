import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { matchPersons } from '../../people/queries/match-persons.ts'
import type { ImportKey } from './stage-rows.sql.ts'

type Named = { readonly text: string; readonly by: 'id' | 'email' | 'name' | null }

/** A name can be made into a person; an identifier or an address that nobody bears cannot. */
export function isName({ text, by }: Named): boolean {
  return by === 'name' || (by === null && /\S\s+\S/.test(text) && !text.includes('@'))
}

/**
 * Managers whom neither the file nor the directory knows: those given by name will be made, rows that name another are faulty.
 * Returns how many will be made.
 */
export async function markUnknownManagers(tx: Tx, key: ImportKey, column: string | null): Promise<{ made: number }> {
  const own = sql`r.organization_id = ${key.organizationId}::uuid AND r.import_id = ${key.importId}::uuid AND r.candidate IS NOT NULL`
  const named = await tx.rows<Named>(sql`
    SELECT DISTINCT r.candidate -> 'person' -> 'manager' ->> 'text' AS text, r.candidate -> 'person' -> 'manager' ->> 'by' AS by
    FROM import_row r WHERE ${own} AND r.candidate -> 'person' -> 'manager' ->> 'text' IS NOT NULL`)
  const keys = named.map(({ text }) => normalisedKey(text))
  const inFile = await tx.rows<{ key: string }>(sql`
    SELECT DISTINCT k AS key FROM import_row r, jsonb_array_elements_text(r.candidate -> 'keys') AS k WHERE ${own} AND k = ANY (${keys}::text[])`)
  const file = new Set(inFile.map((row) => row.key))
  const elsewhere = named.filter(({ text }) => !file.has(normalisedKey(text)))
  const matches = await matchPersons(tx, key.organizationId, elsewhere)
  const unknown = elsewhere.filter((_, index) => matches[index]?.length === 0)
  const lost = unknown.filter((manager) => !isName(manager)).map(({ text }) => text)
  if (lost.length > 0)
    await tx.run(sql`
      UPDATE import_row r SET result = 'faulty', candidate = NULL, faults = jsonb_build_array(jsonb_build_object('column', ${column}::text,
        'value', left(r.candidate -> 'person' -> 'manager' ->> 'text', 200), 'code', 'person-unknown'))
      WHERE ${own} AND r.candidate -> 'person' -> 'manager' ->> 'text' = ANY (${lost}::text[])`)
  return { made: new Set(unknown.filter(isName).map(({ text }) => normalisedKey(text))).size }
}

import type { SqlTx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { findPersons, type PersonRow } from '../repo.ts'

export type PersonMatch = { readonly id: string; readonly name: string; readonly leftOn: string | null }
/** A cell that names somebody: one match is that person, two are asked about, none is unknown. `by` null: judged by the cell. */
export type PersonCell = { readonly text: string; readonly by: 'id' | 'email' | 'name' | null }

/** Who is meant by each cell: by external id, else e-mail, else name. People who left are found too: their results stay theirs. */
export async function matchPersons(tx: SqlTx, organizationId: OrganizationId, cells: readonly PersonCell[]): Promise<PersonMatch[][]> {
  const texts = cells.map((c) => c.text.trim())
  const rows = await findPersons(tx, organizationId, {
    externalIds: texts,
    emails: texts.map((t) => t.toLowerCase()),
    nameKeys: texts.map(normalisedKey),
  })
  const group = (key: (p: PersonRow) => string | null) => Map.groupBy(rows, key)
  const found = { id: group((p) => p.external_id), email: group((p) => p.email), name: group((p) => p.name_key) }
  return cells.map(({ by }, i) => {
    const text = texts[i] ?? ''
    const keys = { id: text, email: text.toLowerCase(), name: normalisedKey(text) }
    const order = by ? [by] : (['id', 'email', 'name'] as const)
    const hit = order.map((k) => (keys[k] ? found[k].get(keys[k]) : undefined)).find((list) => list?.length)
    return (hit ?? []).map((p) => ({ id: p.id, name: p.name, leftOn: p.left_on }))
  })
}

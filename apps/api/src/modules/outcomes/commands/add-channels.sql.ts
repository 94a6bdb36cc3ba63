import { randomUUIDv7 } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { lockOrganization, type Writing } from '../../../platform/writing.ts'

/** Conventional channels of these names, after those that are there. One at a time for an organization: names stay unique. */
export async function addChannels(w: Writing, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const { organizationId } = w.ctx.actor
  await lockOrganization(w.tx, organizationId)
  const rows = names.map((name) => ({ id: randomUUIDv7(), name, key: normalisedKey(name) }))
  await w.tx.run(sql`
    INSERT INTO channel (organization_id, id, kind, name, name_key, position)
    SELECT ${organizationId}::uuid, (c.value ->> 'id')::uuid, 'conventional', c.value ->> 'name', c.value ->> 'key',
      (SELECT coalesce(max(position), 0) FROM channel WHERE organization_id = ${organizationId}::uuid) + c.ordinality
    FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY AS c`)
  for (const { id } of rows) w.emit({ type: 'channel.created', subject: { kind: 'channel', id } })
  w.tools.ledger.touchFacts()
  return rows.map(({ id }) => id)
}

/** Channels that nothing names any more go; the others stay. */
export async function removeChannels(w: Writing, ids: readonly string[]): Promise<void> {
  const { organizationId } = w.ctx.actor
  const removed = await w.tx.rows<{ id: string }>(sql`
    DELETE FROM channel c WHERE c.organization_id = ${organizationId}::uuid AND c.id = ANY (${[...ids]}::uuid[])
      AND NOT EXISTS (SELECT FROM outcome_channel o WHERE o.organization_id = c.organization_id AND o.channel_id = c.id)
      AND NOT EXISTS (SELECT FROM credit_channel o WHERE o.organization_id = c.organization_id AND o.channel_id = c.id)
    RETURNING c.id`)
  for (const { id } of removed) w.emit({ type: 'channel.removed', subject: { kind: 'channel', id } })
  if (removed.length > 0) w.tools.ledger.touchFacts()
}

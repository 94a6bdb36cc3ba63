import { join, sql } from '@oeuvre/db/sql'
import type { PeopleEvent } from '@oeuvre/domain/people/events'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import type { Writing } from '../../../platform/writing.ts'
import { lockPersons, replaceMemberships, teamsChanged } from '../repo.ts'
import type { PersonBefore } from './upsert-persons.sql.ts'

/** `version`: what the import left behind; any other since then means that people have touched it. */
export type PersonUndo = { readonly id: string; readonly version: number; readonly before: PersonBefore | null }
export type UndoResult = 'removed' | 'restored' | 'kept'

/**
 * Takes back what an import did to people: those it added go, those it changed are as before. Whoever was changed since, has a
 * login or an invitation, or is named on a result, stays.
 */
export async function undoPersons(w: Writing, rows: readonly PersonUndo[]): Promise<Map<string, UndoResult>> {
  const results = new Map<string, UndoResult>(rows.map((r) => [r.id, 'kept']))
  const { organizationId } = w.ctx.actor
  const current = new Map(
    (
      await lockPersons(
        w.tx,
        organizationId,
        rows.map((r) => r.id),
      )
    ).map((p) => [p.id, p.version]),
  )
  const untouched = rows.filter((r) => current.get(r.id) === r.version)
  const added = untouched.filter((r) => !r.before).map((r) => r.id)
  const free = await w.tx.rows<{ id: string }>(sql`
    SELECT p.id FROM person p WHERE p.organization_id = ${organizationId}::uuid AND p.id = ANY (${added}::uuid[])
      AND NOT EXISTS (SELECT FROM access_link l WHERE l.organization_id = p.organization_id AND l.person_id = p.id)
      AND NOT EXISTS (SELECT FROM role_grant g WHERE g.organization_id = p.organization_id AND g.person_id = p.id)`)
  for (const id of await removeFree(
    w,
    'person',
    free.map((f) => f.id),
  ))
    results.set(id, 'removed')
  const changed = untouched.flatMap((r) => (r.before ? [{ ...r.before, id: r.id }] : []))
  await restorePersons(w, changed)
  for (const { id } of changed) results.set(id, 'restored')
  w.tools.ledger.touchFacts()
  return results
}

async function restorePersons(w: Writing, changed: readonly (PersonBefore & { id: string })[]): Promise<void> {
  if (!changed.length) return
  const { organizationId } = w.ctx.actor
  const rows = changed.map((c) => ({ ...c, memberships: undefined, nameKey: normalisedKey(c.name) }))
  await w.tx.run(sql`
    UPDATE person p SET external_id = r."externalId", name = r.name, name_key = r."nameKey", email = r.email, title = r.title, site = r.site,
      joined_on = r."joinedOn", version = p.version + 1, updated_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, "externalId" text, name text, "nameKey" text, email text, title text, site text, "joinedOn" date)
    WHERE p.organization_id = ${organizationId}::uuid AND p.id = r.id`)
  await replaceMemberships(w.tx, organizationId, new Map(changed.map((c) => [c.id, c.memberships])))
  await teamsChanged(
    w.tools,
    changed.map((c) => c.id),
  )
  for (const { id } of changed)
    w.emit({ type: 'person.edited', subject: { kind: 'person', id }, payload: { fields: ['import-undone'] } } satisfies PeopleEvent)
}

/** Teams that an import made and that nobody touched, uses or stands below. Children before parents. */
export async function undoTeams(w: Writing, rows: readonly { id: string; version: number }[]): Promise<Map<string, UndoResult>> {
  const results = new Map<string, UndoResult>(rows.map((r) => [r.id, 'kept']))
  const untouched = await w.tx.rows<{ id: string }>(sql`
    SELECT t.id FROM team t JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, version int) ON r.id = t.id AND r.version = t.version
    WHERE t.organization_id = ${w.ctx.actor.organizationId}::uuid FOR NO KEY UPDATE OF t`)
  const isUntouched = new Set(untouched.map((t) => t.id))
  const childrenFirst = rows
    .map((r) => r.id)
    .filter((id) => isUntouched.has(id))
    .reverse()
  for (const id of await removeFree(w, 'team', childrenFirst)) results.set(id, 'removed')
  w.tools.ledger.touchFacts()
  return results
}

/** Deletes what nothing refers to. The foreign keys know what refers to it, in every slice; this one need not. */
async function removeFree(w: Writing, kind: 'person' | 'team', ids: readonly string[]): Promise<string[]> {
  const removed: string[] = []
  for (const id of ids)
    if (await removeOne(w, kind, id)) {
      removed.push(id)
      w.emit({ type: `${kind}.removed`, subject: { kind, id } })
    }
  return removed
}

async function removeOne(w: Writing, kind: 'person' | 'team', id: string): Promise<boolean> {
  const key = join([w.ctx.actor.organizationId, id].map((v) => sql`${v}::uuid`))
  await w.tx.run(sql`SAVEPOINT removal`)
  try {
    const n = await w.tx.run(
      kind === 'person'
        ? sql`DELETE FROM person WHERE (organization_id, id) = (${key})`
        : sql`DELETE FROM team WHERE (organization_id, id) = (${key})`,
    )
    await w.tx.run(sql`RELEASE SAVEPOINT removal`)
    return n > 0
  } catch (e) {
    await w.tx.run(sql`ROLLBACK TO SAVEPOINT removal`)
    if (isStillUsed(e)) return false
    throw e
  }
}

/** foreign_key_violation, restrict_violation */
function isStillUsed(e: unknown): boolean {
  return typeof e === 'object' && e !== null && 'code' in e && (e.code === '23503' || e.code === '23001')
}

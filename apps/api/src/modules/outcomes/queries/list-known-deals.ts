import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { joinByLink, type LinkedDeal } from './join-by-link.ts'
import { loadFullOutcomes, type OutcomeFullRow } from './load-outcomes.ts'

/** An outcome that an import may have to change. */
export type KnownRow = OutcomeFullRow & {
  /** Somebody edited or amended it, or told its story: more than deciding. */
  readonly isChangedByPeople: boolean
  /** Withdrawn because the CRM no longer had it as won, or because an import was undone, and nobody was credited for it since: it may come back. */
  readonly isWithdrawnByImport: boolean
}

/** By outcome id. */
export async function loadKnown(tx: SqlTx, actor: Actor, ids: readonly string[]): Promise<Map<string, KnownRow>> {
  if (ids.length === 0) return new Map()
  const marks = await tx.rows<{ id: string; byPeople: boolean; byImport: boolean }>(sql`
    SELECT o.id, EXISTS (SELECT FROM outcome_version v WHERE v.organization_id = o.organization_id AND v.outcome_id = o.id
        AND v.actor_kind = 'person') AS "byPeople",
      o.state = 'withdrawn' AND NOT EXISTS (SELECT FROM outcome v JOIN outcome_type vt ON vt.organization_id = v.organization_id AND vt.id = v.type_id
          JOIN outcome_type t ON t.organization_id = o.organization_id AND t.id = o.type_id AND t.value_kind = vt.value_kind
          WHERE v.organization_id = o.organization_id AND v.external_id = o.external_id AND v.id <> o.id AND v.state = 'verified')
        AND (SELECT e.payload->>'cause' IN ('crm', 'import-undone') FROM event e WHERE e.organization_id = o.organization_id
        AND e.subject_kind = 'outcome' AND e.subject_id = o.id AND e.type = 'outcome.withdrawn' ORDER BY e.id DESC LIMIT 1) IS TRUE AS "byImport"
    FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid AND o.id = ANY (${[...ids]}::uuid[])`)
  const byId = new Map(marks.map((m) => [m.id, m]))
  const rows = await loadFullOutcomes(tx, actor, ids)
  return new Map(
    rows.map((row) => {
      const mark = byId.get(row.id)
      return [row.id, { ...row, isChangedByPeople: mark?.byPeople ?? false, isWithdrawnByImport: mark?.byImport ?? false }]
    }),
  )
}

/**
 * By external id: deals imported before, else the one result that somebody logged by hand under that number and that stands or waits.
 * Several by hand under one number: the one that is verified, else nobody can say which, so neither. Locked in the order of ids. Else the one
 * that names the link by which the deal came (`joinByLink`).
 */
export async function listKnown(tx: SqlTx, actor: Actor, deals: readonly LinkedDeal[]): Promise<Map<string, KnownRow>> {
  const externalIds = deals.map(({ externalId }) => externalId)
  const found = await tx.rows<{ id: string; externalId: string; isImported: boolean; isVerified: boolean }>(sql`
    SELECT o.id, o.external_id AS "externalId", o.import_id IS NOT NULL AS "isImported", o.state = 'verified' AS "isVerified" FROM outcome o
    WHERE o.organization_id = ${actor.organizationId}::uuid AND o.external_id = ANY (${externalIds}::text[])
      AND (o.import_id IS NOT NULL OR o.state IN ('submitted', 'second-look', 'changes-requested', 'verified'))
    ORDER BY o.id FOR UPDATE`)
  const idByExternal = new Map<string, string>()
  for (const [externalId, rows] of Map.groupBy(found, (row) => row.externalId)) {
    const one = rows.find((row) => row.isImported) ?? rows.find((row) => row.isVerified) ?? (rows.length === 1 ? rows[0] : undefined)
    if (one) idByExternal.set(externalId, one.id)
  }
  const unknown = deals.filter(({ externalId }) => !idByExternal.has(externalId))
  for (const [externalId, id] of await joinByLink(tx, actor.organizationId, unknown)) {
    await tx.run(sql`SELECT FROM outcome WHERE organization_id = ${actor.organizationId}::uuid AND id = ${id}::uuid FOR UPDATE`)
    idByExternal.set(externalId, id)
  }
  const known = await loadKnown(tx, actor, [...idByExternal.values()])
  return new Map(
    [...idByExternal].flatMap(([externalId, id]) => {
      const row = known.get(id)
      return row ? [[externalId, row] as const] : []
    }),
  )
}

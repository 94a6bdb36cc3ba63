import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { formatListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { type SharedWith, ViewAddress, ViewFilter, type ViewOutput } from '@oeuvre/domain/outcomes/views/schema'
import type { Reader } from './list-outcomes.ts'
import { loadChains } from './load-chains.ts'
import { holdsOn } from './load-outcomes.ts'

type ViewRow = {
  readonly id: string
  readonly name: string
  readonly filter: unknown
  readonly sharedWith: SharedWith
  readonly ownerId: string
  readonly owner: string | null
}

/** The selections that this reader kept, and those that others share with them. What each shows is the reader's to see, as ever. */
export function listViews(ctx: Reader, { screen }: { screen: string }): Promise<{ views: ViewOutput[] }> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const rows = await listShared(tx, actor, screen)
    const known = await listKnown(tx, actor)
    const views = rows.flatMap((row): ViewOutput[] => {
      const address = addressOf(screen, row.filter)
      if (!address) return []
      const isOwn = row.ownerId === actor.personId
      const named = naming.flatMap((key) => address[key]?.split(',') ?? [])
      return [
        {
          id: row.id,
          name: row.name,
          address,
          sharedWith: row.sharedWith,
          owner: isOwn || row.owner === null ? null : { id: row.ownerId, name: row.owner },
          isOwn,
          isOutdated: named.some((id) => !known.has(id)),
        },
      ]
    })
    return { views }
  })
}

/** Parameters that name types, channels and teams. */
const naming = ['type', 'channel', 'team', 'within'] as const

/** As it stands in the address of its screen; null: kept by a version that knew other filters. */
function addressOf(screen: string, stored: unknown): ViewAddress | null {
  if (screen !== 'outcomes') return ViewAddress.safeParse(stored).data ?? null
  const filter = ViewFilter.safeParse(stored)
  return filter.success ? formatListFilter(filter.data) : null
}

async function listShared(tx: SqlTx, actor: Actor, screen: string): Promise<ViewRow[]> {
  const org = sql`${actor.organizationId}::uuid`
  const today = sql`${actor.today}::date`
  const mine = await tx.one<{ teamId: string }>(sql`SELECT m.team_id AS "teamId" FROM team_membership m
    WHERE m.organization_id = ${org} AND m.person_id = ${actor.personId}::uuid AND ${holdsOn('m', today)}`)
  const teamId = mine?.teamId ?? null
  const managers = (await loadChains(tx, actor, [teamId]))(teamId).flatMap((team) => team.managerIds)
  return tx.rows<ViewRow>(sql`
    SELECT v.id, v.name, v.filter, v.shared_with AS "sharedWith", v.owner_id AS "ownerId", CASE WHEN p.status <> 'erased' THEN p.name END AS owner
    FROM saved_view v JOIN person p ON p.organization_id = v.organization_id AND p.id = v.owner_id
    WHERE v.organization_id = ${org} AND v.screen = ${screen} AND v.removed_at IS NULL AND (v.owner_id = ${actor.personId}::uuid OR v.shared_with = 'everyone'
      OR v.shared_with = 'team' AND (v.owner_id = ANY (${[...managers]}::uuid[]) OR EXISTS (SELECT FROM team_membership m WHERE m.organization_id = v.organization_id
        AND m.person_id = v.owner_id AND m.team_id = ${teamId}::uuid AND ${holdsOn('m', today)})))
    ORDER BY v.owner_id = ${actor.personId}::uuid DESC, CASE WHEN v.owner_id = ${actor.personId}::uuid THEN v.position END, lower(v.name), v.id LIMIT 200`)
}

/** What a filter can name and a menu still offers. */
async function listKnown(tx: SqlTx, actor: Actor): Promise<ReadonlySet<string>> {
  const org = sql`${actor.organizationId}::uuid`
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM outcome_type WHERE organization_id = ${org} AND archived_at IS NULL UNION ALL SELECT id FROM channel WHERE organization_id = ${org}
      AND archived_at IS NULL UNION ALL SELECT id FROM team WHERE organization_id = ${org} AND archived_at IS NULL`)
  return new Set(rows.map((row) => row.id))
}

import { randomUUIDv7 } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import type { TeamEvent } from '@oeuvre/domain/people/events'
import { treeOn } from '@oeuvre/domain/people/rules'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { lockOrganization, type Writing } from '../../../platform/writing.ts'
import { listPlacements, listTeamRows, type TeamRow } from '../repo.ts'

/** Names from the top down; the last is the team itself. `externalId` is the team's own, where the file has one. */
export type TeamInput = { readonly path: readonly string[]; readonly externalId?: string | null }
export type TeamResult =
  | { readonly kind: 'team'; readonly id: string; readonly isNew: boolean }
  /** Several teams of that name, and nothing says which. */
  | { readonly kind: 'ambiguous'; readonly candidateIds: readonly string[] }
export type UpsertedTeams = {
  /** One per row, in its order. */
  readonly results: readonly TeamResult[]
  /** Every team that was made, parents too, parents first: what an undo removes. */
  readonly created: readonly { readonly id: string; readonly version: number }[]
}

type Known = Pick<TeamRow, 'id' | 'name_key' | 'external_id' | 'is_archived'> & { readonly parentId: string | null }

/**
 * Teams of a file, as a set: known by external id, else by name below the same parent; what is missing is made, since ever.
 * A single name also finds the one team so called anywhere in the tree. Archived teams that are named again come back.
 */
export async function upsertTeams(w: Writing, rows: readonly TeamInput[]): Promise<UpsertedTeams> {
  const { organizationId } = w.ctx.actor
  await lockOrganization(w.tx, organizationId)
  const tree = await loadTree(w)
  const results = rows.map((row) => tree.resolve(row))
  await insertTeams(w, tree.made)
  await restoreTeams(w, [...tree.restored])
  if (tree.made.length || tree.restored.size) w.tools.ledger.touchFacts()
  return { results, created: tree.made.map(({ id }) => ({ id, version: 1 })) }
}

type Made = { readonly id: string; readonly name: string; readonly parentId: string | null; readonly externalId: string | null }

async function loadTree(w: Writing) {
  const { organizationId } = w.ctx.actor
  const today = treeOn(await listPlacements(w.tx, organizationId), w.ctx.actor.today)
  const teams: Known[] = (await listTeamRows(w.tx, organizationId)).map((t) => ({
    ...t,
    parentId: today.get(t.id) ?? null,
  }))
  return new Tree(teams)
}

/** The tree of today while a file is read: what is made by one row is found by the next. */
class Tree {
  readonly made: Made[] = []
  readonly restored = new Set<string>()
  readonly #below = new Map<string, Known[]>()
  readonly #named = new Map<string, Known[]>()
  readonly #external = new Map<string, Known>()

  constructor(teams: readonly Known[]) {
    for (const team of teams) this.#learn(team)
  }

  resolve(row: TeamInput): TeamResult {
    const external = row.externalId ? this.#external.get(row.externalId) : undefined
    if (external) return this.#found(external)
    const names = row.path.map((name) => ({ name, key: normalisedKey(name) }))
    const first = names[0]
    if (names.length === 1 && first && !this.#childOf(null, first.key)) {
      const anywhere = (this.#named.get(first.key) ?? []).filter((t) => !t.is_archived)
      if (anywhere.length > 1) return { kind: 'ambiguous', candidateIds: anywhere.map((t) => t.id) }
      if (anywhere[0]) return this.#found(anywhere[0])
    }
    let result: TeamResult = { kind: 'ambiguous', candidateIds: [] }
    let parentId: string | null = null
    for (const [i, { name, key }] of names.entries()) {
      const known = this.#childOf(parentId, key)
      const externalId = i === names.length - 1 ? (row.externalId ?? null) : null
      result = known ? this.#found(known) : this.#make({ id: randomUUIDv7(), name, parentId, externalId }, key)
      parentId = result.kind === 'team' ? result.id : null
    }
    return result
  }

  #childOf(parentId: string | null, key: string): Known | undefined {
    const named = (this.#below.get(parentId ?? '') ?? []).filter((t) => t.name_key === key)
    return named.find((t) => !t.is_archived) ?? named[0]
  }

  #found(team: Known): TeamResult {
    if (team.is_archived) this.restored.add(team.id)
    return { kind: 'team', id: team.id, isNew: false }
  }

  #make(team: Made, key: string): TeamResult {
    this.made.push(team)
    this.#learn({ id: team.id, parentId: team.parentId, name_key: key, external_id: team.externalId, is_archived: false })
    return { kind: 'team', id: team.id, isNew: true }
  }

  #learn(team: Known): void {
    const add = (map: Map<string, Known[]>, key: string) => {
      const list = map.get(key)
      if (list) list.push(team)
      else map.set(key, [team])
    }
    add(this.#below, team.parentId ?? '')
    add(this.#named, team.name_key)
    if (team.external_id) this.#external.set(team.external_id, team)
  }
}

async function insertTeams(w: Writing, made: readonly Made[]): Promise<void> {
  if (!made.length) return
  const { organizationId } = w.ctx.actor
  const rows = JSON.stringify(made.map((t) => ({ ...t, key: normalisedKey(t.name) })))
  await w.tx.run(sql`
    INSERT INTO team (organization_id, id, name, name_key, external_id)
    SELECT ${organizationId}::uuid, t.id, t.name, t.key, t."externalId" FROM jsonb_to_recordset(${rows}::jsonb) AS t(id uuid, name text, key text, "externalId" text)`)
  await w.tx.run(sql`
    INSERT INTO team_placement (organization_id, team_id, parent_id)
    SELECT ${organizationId}::uuid, t.id, t."parentId" FROM jsonb_to_recordset(${rows}::jsonb) AS t(id uuid, "parentId" uuid)`)
  for (const { id, parentId } of made)
    w.emit({ type: 'team.created', subject: { kind: 'team', id }, payload: { parentId } } satisfies TeamEvent)
}

async function restoreTeams(w: Writing, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  await w.tx.run(sql`
    UPDATE team SET archived_at = NULL, version = version + 1, updated_at = now()
    WHERE organization_id = ${w.ctx.actor.organizationId}::uuid AND id = ANY (${[...ids]}::uuid[])`)
  for (const id of ids) w.emit({ type: 'team.archived', subject: { kind: 'team', id }, payload: { isArchived: false } } satisfies TeamEvent)
}

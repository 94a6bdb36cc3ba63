import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { ChannelOutput, TypeRef } from '@oeuvre/domain/outcomes/schema'

export type ChannelName = Omit<(typeof ChannelOutput)['_output'], 'account'>
export type TeamName = { readonly id: string; readonly name: string; readonly parentId: string | null }
export type Names = {
  readonly types: ReadonlyMap<string, TypeRef>
  readonly channels: ReadonlyMap<string, ChannelName>
  readonly skills: ReadonlyMap<string, { readonly name: string | null; readonly code: string | null }>
  readonly teams: ReadonlyMap<string, TeamName>
  readonly programs: ReadonlyMap<string, { readonly name: string; readonly code: null }>
  /** Those that the reader sees. */
  readonly objectives: ReadonlyMap<string, { readonly name: string; readonly code: null }>
}

/** What everything is called, and which pigment it keeps; archived ones too, since the ledger remembers them. Teams with their parent of a day. */
export async function loadNames(
  tx: SqlTx,
  organizationId: string,
  today: string,
  objectives: readonly { readonly id: string; readonly title: string }[],
): Promise<Names> {
  const id = sql`organization_id = ${organizationId}::uuid`
  const [types, channels, skills, programs, teams] = await Promise.all([
    tx.rows<TypeRef>(sql`SELECT id, code, name, value_kind AS "valueKind", pigment FROM outcome_type WHERE ${id}`),
    tx.rows<ChannelName>(sql`SELECT id, kind, code, name, platform FROM channel WHERE ${id}`),
    tx.rows<{ id: string; name: string | null; code: string | null }>(sql`SELECT id, name, code FROM skill WHERE ${id}`),
    tx.rows<{ id: string; name: string }>(sql`SELECT id, title AS name FROM program WHERE ${id}`),
    tx.rows<TeamName>(sql`SELECT t.id, t.name, p.parent_id AS "parentId" FROM team t
      LEFT JOIN team_placement p ON p.organization_id = t.organization_id AND p.team_id = t.id AND daterange(p.valid_from, p.valid_to) @> ${today}::date
      WHERE t.${id}`),
  ])
  return {
    types: new Map(types.map((t) => [t.id, t])),
    channels: new Map(channels.map((c) => [c.id, c])),
    skills: new Map(skills.map(({ id, ...skill }) => [id, skill])),
    programs: new Map(programs.map(({ id, name }) => [id, { name, code: null }])),
    teams: new Map(teams.map((t) => [t.id, t])),
    objectives: new Map(objectives.map(({ id, title }) => [id, { name: title, code: null }])),
  }
}

import { randomUUIDv7 } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import type { PersonEvent } from '@oeuvre/domain/people/events'
import { changeFrom, holdsOn } from '@oeuvre/domain/people/rules'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import type { Writing } from '../../../platform/writing.ts'
import { findPersons, listMemberships, lockPersons, type PersonRow, replaceMemberships, type TeamInterval, teamsChanged } from '../repo.ts'

/** A row of a file. null: the file does not say, so what is known stays. E-mail in lower case; the name as typed. */
export type PersonInput = {
  readonly externalId: string | null
  readonly name: string
  readonly email: string | null
  readonly title?: string | null
  readonly site?: string | null
  readonly joinedOn?: string | null
  /** The team of today. `from` null: a first team is since ever, a change is from today. */
  readonly team?: { readonly id: string; readonly from: string | null } | null
}

/** What a person was before an import changed it: ids, codes and texts; belongs where it can be blanked. */
export type PersonBefore = {
  readonly externalId: string | null
  readonly name: string
  readonly email: string | null
  readonly title: string | null
  readonly site: string | null
  readonly joinedOn: string | null
  readonly memberships: readonly TeamInterval[]
}

export type PersonResult =
  | { readonly kind: 'added'; readonly id: string; readonly version: number }
  | { readonly kind: 'updated'; readonly id: string; readonly version: number; readonly before: PersonBefore }
  | { readonly kind: 'unchanged'; readonly id: string }
  /** Two or more could be meant. */
  | { readonly kind: 'ambiguous'; readonly candidateIds: readonly string[] }
  /** The address already leads to somebody else. */
  | { readonly kind: 'email-taken'; readonly id: string }

type Draft = {
  readonly id: string
  readonly before: PersonRow | null
  readonly memberships: readonly TeamInterval[]
  now: Omit<PersonRow, 'id' | 'name_key' | 'left_on' | 'status' | 'version'> & { memberships: readonly TeamInterval[] }
}

/**
 * People of a file, as a set: known by external id, else e-mail, else name, and only where nothing they carry contradicts. Two
 * rows of one person are one person. Nobody who left comes back by this.
 */
export async function upsertPersons(w: Writing, rows: readonly PersonInput[]): Promise<PersonResult[]> {
  const known = await loadKnown(w, rows)
  const drafts = new Map<string, Draft>()
  const found = rows.map((row) => known.find(row))
  const memberships = await listMemberships(w.tx, w.ctx.actor.organizationId, [
    ...new Set(found.flatMap((f) => (f.kind === 'one' && f.person ? [f.person.id] : []))),
  ])
  const outcome = rows.map((row, i): { id: string } | PersonResult => {
    const first = found[i]
    // What an earlier row made is known by now.
    const match = first?.kind === 'one' && !first.person ? known.find(row) : first
    if (!match || match.kind === 'several') return { kind: 'ambiguous', candidateIds: match?.ids ?? [] }
    const other = row.email ? known.withEmail(row.email) : undefined
    if (other && other.id !== match.person?.id) return { kind: 'email-taken', id: other.id }
    const draft = draftOf(drafts, match.person, memberships)
    apply(draft, row, w.ctx.actor.today)
    known.learn({ ...draft.now, id: draft.id, name_key: normalisedKey(draft.now.name), left_on: null, status: 'active', version: 1 })
    return { id: draft.id }
  })
  const results = await writeDrafts(w, [...drafts.values()])
  return outcome.map((o) => ('kind' in o ? o : (results.get(o.id) ?? { kind: 'unchanged', id: o.id })))
}

type Match = { readonly kind: 'one'; readonly person: PersonRow | null } | { readonly kind: 'several'; readonly ids: readonly string[] }

async function loadKnown(w: Writing, rows: readonly PersonInput[]) {
  const { organizationId } = w.ctx.actor
  const candidates = await findPersons(w.tx, organizationId, {
    externalIds: rows.flatMap((r) => r.externalId ?? []),
    emails: rows.flatMap((r) => r.email ?? []),
    nameKeys: rows.map((r) => normalisedKey(r.name)),
  })
  const locked = await lockPersons(
    w.tx,
    organizationId,
    candidates.map((c) => c.id),
  )
  return new Known(locked)
}

class Known {
  readonly #people = new Map<string, PersonRow>()
  readonly #byExternal = new Map<string, string>()
  readonly #byEmail = new Map<string, string>()
  readonly #byName = new Map<string, Set<string>>()

  constructor(people: readonly PersonRow[]) {
    for (const p of people) this.learn(p)
  }

  learn(p: PersonRow): void {
    this.#people.set(p.id, p)
    if (p.external_id) this.#byExternal.set(p.external_id, p.id)
    if (p.email) this.#byEmail.set(p.email, p.id)
    const named = this.#byName.get(p.name_key) ?? new Set()
    this.#byName.set(p.name_key, named.add(p.id))
  }

  withEmail(email: string): PersonRow | undefined {
    return this.#people.get(this.#byEmail.get(email) ?? '')
  }

  find(row: PersonInput): Match {
    const external = this.#people.get(this.#byExternal.get(row.externalId ?? '') ?? '')
    if (external) return { kind: 'one', person: external }
    // Another id is another person, whatever the address or the name.
    const sameId = (p: PersonRow) => !row.externalId || !p.external_id
    const addressed = row.email ? this.withEmail(row.email) : undefined
    if (addressed && sameId(addressed)) return { kind: 'one', person: addressed }
    const ids = [...(this.#byName.get(normalisedKey(row.name)) ?? [])]
    const named = ids.flatMap((id) => this.#people.get(id) ?? []).filter((p) => sameId(p) && (!row.email || !p.email))
    if (named.length > 1) return { kind: 'several', ids: named.map((p) => p.id) }
    return { kind: 'one', person: named[0] ?? null }
  }
}

function draftOf(drafts: Map<string, Draft>, before: PersonRow | null, memberships: ReadonlyMap<string, TeamInterval[]>): Draft {
  const existing = before && drafts.get(before.id)
  if (existing) return existing
  const periods = (before && memberships.get(before.id)) ?? []
  const nobody = { external_id: null, name: '', email: null, title: null, site: null, joined_on: null }
  const { external_id, name, email, title, site, joined_on } = before ?? nobody
  const draft: Draft = {
    id: before?.id ?? randomUUIDv7(),
    before,
    memberships: periods,
    now: { external_id, name, email, title, site, joined_on, memberships: periods },
  }
  drafts.set(draft.id, draft)
  return draft
}

function apply(draft: Draft, row: PersonInput, today: string): void {
  const now = draft.now
  // A name that differs only in its spelling ("é", capitals) stays as people wrote it.
  const name = normalisedKey(row.name) === normalisedKey(now.name) ? now.name : row.name
  draft.now = {
    external_id: row.externalId ?? now.external_id,
    name,
    email: row.email ?? now.email,
    title: row.title ?? now.title,
    site: row.site ?? now.site,
    joined_on: row.joinedOn ?? now.joined_on,
    memberships: row.team && draft.before?.status !== 'left' ? joinTeam(now.memberships, row.team, today) : now.memberships,
  }
}

function joinTeam(periods: readonly TeamInterval[], team: { id: string; from: string | null }, today: string): readonly TeamInterval[] {
  if (periods.find((p) => holdsOn(p, team.from ?? today))?.teamId === team.id) return periods
  return changeFrom(periods, (interval) => ({ ...interval, teamId: team.id }), team.from ?? (periods.length ? today : null))
}

function isChanged(d: Draft): boolean {
  const b = d.before
  const n = d.now
  if (!b) return true
  const fields = ['external_id', 'name', 'email', 'title', 'site', 'joined_on'] as const
  return fields.some((f) => b[f] !== n[f]) || d.memberships !== n.memberships
}

async function writeDrafts(w: Writing, drafts: readonly Draft[]): Promise<Map<string, PersonResult>> {
  const changed = drafts.filter(isChanged)
  const results = new Map<string, PersonResult>()
  if (!changed.length) return results
  const { organizationId } = w.ctx.actor
  const rows = changed.map((d) => ({ ...d.now, memberships: undefined, id: d.id, name_key: normalisedKey(d.now.name) }))
  await w.tx.run(sql`
    INSERT INTO person AS p (organization_id, id, external_id, name, name_key, email, title, site, joined_on)
    SELECT ${organizationId}::uuid, r.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, external_id text, name text, name_key text, email text, title text, site text, joined_on date)
    ON CONFLICT (organization_id, id) DO UPDATE SET external_id = excluded.external_id, name = excluded.name, name_key = excluded.name_key,
      email = excluded.email, title = excluded.title, site = excluded.site, joined_on = excluded.joined_on, version = p.version + 1, updated_at = now()`)
  const moved = changed.filter((d) => d.memberships !== d.now.memberships)
  if (moved.length) await replaceMemberships(w.tx, organizationId, new Map(moved.map((d) => [d.id, d.now.memberships])))
  const known = moved.filter((d) => d.before).map((d) => d.id)
  if (known.length) await teamsChanged(w.tools, known)
  for (const d of changed) {
    emitChange(w, d)
    results.set(d.id, resultOf(d))
  }
  w.tools.ledger.touchFacts()
  return results
}

function emitChange(w: Writing, d: Draft): void {
  const subject = { kind: 'person', id: d.id } as const
  if (!d.before) w.emit({ type: 'person.created', subject, payload: {} } satisfies PersonEvent)
  else w.emit({ type: 'person.edited', subject, payload: { fields: changedFields(d.before, d) } } satisfies PersonEvent)
  const last = d.now.memberships.at(-1)
  if (d.memberships !== d.now.memberships && last)
    w.emit({ type: 'person.moved', subject, payload: { teamId: last.teamId, from: last.from } } satisfies PersonEvent)
}

function changedFields(before: PersonRow, d: Draft): string[] {
  return (['external_id', 'name', 'email', 'title', 'site', 'joined_on'] as const).filter((f) => before[f] !== d.now[f])
}

function resultOf(d: Draft): PersonResult {
  if (!d.before) return { kind: 'added', id: d.id, version: 1 }
  const { external_id, name, email, title, site, joined_on, version } = d.before
  const before = { externalId: external_id, name, email, title, site, joinedOn: joined_on, memberships: d.memberships }
  return { kind: 'updated', id: d.id, version: version + 1, before }
}

import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { shares } from '@oeuvre/domain/credits/rules'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { changedFields, type HistoryField, type Snapshot } from '@oeuvre/domain/outcomes/history/rules'
import type { HistoryEntry, HistoryValue } from '@oeuvre/domain/outcomes/history/schema'
import { visibilityOf } from '@oeuvre/domain/outcomes/policy'
import type { OutcomeState, PersonRef, TypeRef } from '@oeuvre/domain/outcomes/schema'
import type { Vocabulary } from '@oeuvre/domain/outcomes/types/schema'
import { titlesOf } from '../../objectives/queries/find-objective.ts'
import { programTitles } from '../../programs/queries/find-program.ts'
import { recordOf } from '../present.ts'
import type { Reader } from './list-outcomes.ts'
import { loadVocabulary } from './list-vocabulary.ts'
import { leadTeamOf, loadChains } from './load-chains.ts'
import { recognised } from './load-facts.ts'
import { loadFullOutcomes } from './load-outcomes.ts'
import { loadReported, type Reported } from './load-reported.ts'

type EventRow = {
  id: string
  at: Date
  type: string
  actorKind: string
  byId: string | null
  by: string | null
  payload: {
    version?: number
    from?: OutcomeState
    to?: OutcomeState
    reasonId?: string
    reasonCode?: string | null
    fromId?: string
    toId?: string
    verdict?: string
    forId?: string
    personIds?: string[]
    restored?: number
  }
  words: string | null
}
export type VersionRow = { version: number; snapshot: Snapshot | null }
/** What ids in snapshots are called now. */
type Names = {
  readonly vocabulary: Vocabulary
  readonly people: ReadonlyMap<string, string>
  /** Those that the reader sees. */
  readonly objectives: ReadonlyMap<string, string>
  readonly programs: ReadonlyMap<string, string>
  readonly reported?: Reported
}

/**
 * Who did what and when, oldest first, each with what it changed: two versions beside one another, in the words that ids have now.
 * @throws DomainError not-found; forbidden where the outcome may be seen and its history not
 */
export function getHistory(ctx: Reader, input: { id: string }): Promise<{ entries: HistoryEntry[] }> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const { row, visibility } = await openHistory(tx, actor, input.id)
    const events = await listEvents(tx, actor, input.id)
    const versions = await tx.rows<VersionRow>(sql`SELECT version, snapshot FROM outcome_version
      WHERE organization_id = ${actor.organizationId}::uuid AND outcome_id = ${input.id}::uuid ORDER BY version`)
    const names = {
      vocabulary: await loadVocabulary(tx, actor),
      people: await namesOf(tx, actor, versions, events),
      objectives: await objectivesIn(tx, actor, versions),
      programs: await programsIn(tx, actor, versions),
      reported: await loadReported(tx, actor, row, versions),
    }
    const entries = events.map((event) => entryOf(event, versions, { ...names, outcomeId: input.id }, visibility.areWordsShown))
    return { entries }
  })
}

/** @throws DomainError not-found; forbidden where the outcome may be seen and its history not */
export async function openHistory(tx: SqlTx, actor: Actor, id: string) {
  const [row] = await loadFullOutcomes(tx, actor, [id])
  if (!row) throw new DomainError('not-found')
  const record = recordOf(row, await loadChains(tx, actor, [leadTeamOf(row)]))
  const visibility = visibilityOf(actor, record)
  if (!visibility.isVisible) throw new DomainError('not-found')
  if (!visibility.isHistoryShown) throw new DomainError('forbidden')
  return { row, record, visibility }
}

/** Comments stand beside the history, not in it. */
function listEvents(tx: SqlTx, actor: Actor, id: string): Promise<EventRow[]> {
  return tx.rows<EventRow>(sql`SELECT e.id, e.at, e.type, e.actor_kind AS "actorKind", p.id AS "byId", p.name AS by, e.payload, coalesce(n.words, a.words) AS words
    FROM event e LEFT JOIN person p ON p.organization_id = e.organization_id AND p.id = e.actor_person_id
    LEFT JOIN review_note n ON n.organization_id = e.organization_id AND n.id = e.id
    LEFT JOIN contributor_answer a ON a.organization_id = e.organization_id AND a.id = e.id
    WHERE e.organization_id = ${actor.organizationId}::uuid AND e.subject_kind = 'outcome' AND e.subject_id = ${id}::uuid
      AND e.type NOT LIKE 'outcome.comment%' ORDER BY e.id LIMIT 1000`)
}

export async function namesOf(
  tx: SqlTx,
  actor: Actor,
  versions: readonly VersionRow[],
  events: readonly Pick<EventRow, 'payload'>[] = [],
): Promise<Map<string, string>> {
  const contributors = versions.flatMap((v) => v.snapshot?.contributors.map((c) => c.personId) ?? [])
  const ids = [
    ...new Set([
      ...contributors,
      ...events.flatMap(({ payload }) => [payload.fromId ?? [], payload.toId ?? [], payload.forId ?? [], payload.personIds ?? []].flat()),
    ]),
  ]
  const people = await tx.rows<{ id: string; name: string }>(sql`SELECT id, name FROM person
    WHERE organization_id = ${actor.organizationId}::uuid AND id = ANY (${ids}::uuid[])`)
  return new Map(people.map((p) => [p.id, p.name]))
}

export function objectivesIn(
  tx: SqlTx,
  actor: Actor,
  versions: readonly Pick<VersionRow, 'snapshot'>[],
): Promise<ReadonlyMap<string, string>> {
  return titlesOf(tx, actor, [...new Set(versions.flatMap(({ snapshot }) => snapshot?.objective ?? []))])
}

export function programsIn(
  tx: SqlTx,
  actor: Actor,
  versions: readonly Pick<VersionRow, 'snapshot'>[],
): Promise<ReadonlyMap<string, string>> {
  return programTitles(tx, actor, [...new Set(versions.flatMap(({ snapshot }) => snapshot?.program ?? []))])
}

function entryOf(
  event: EventRow,
  versions: readonly VersionRow[],
  names: Names & { outcomeId: string },
  areWordsShown: boolean,
): HistoryEntry {
  const { payload } = event
  const after = versions.find((v) => v.version === payload.version)?.snapshot
  const before = versions.findLast((v) => v.version < (payload.version ?? 0))?.snapshot
  return {
    id: event.id,
    at: event.at.toISOString(),
    event: event.type,
    by: event.byId !== null && event.by !== null ? { id: event.byId, name: event.by } : null,
    for: refOf(payload.forId, names),
    isImport: event.actorKind === 'import',
    from: payload.from ?? null,
    to: payload.to ?? null,
    reason: reasonOf(payload, names.vocabulary),
    words: areWordsShown ? event.words : null,
    told:
      event.type === 'outcome.reminded' || event.type === 'outcome.escalated'
        ? (payload.personIds ?? []).flatMap((id) => refOf(id, names) ?? [])
        : [],
    passedOn: payload.toId ? { from: refOf(payload.fromId, names), to: refOf(payload.toId, names) } : null,
    changes: before && after && !isSaidOnly(event) ? changesBetween(before, after, names) : [],
    version: after && !isSaidOnly(event) ? (payload.version ?? null) : null,
    restored: payload.restored ?? null,
  }
}

/** Field by field, in the words that ids have now. */
export function changesBetween(before: Snapshot, after: Snapshot, names: Names & { outcomeId: string }): HistoryEntry['changes'] {
  return changedFields(before, after).map((field) => ({
    field,
    before: historyValue(field, before, names),
    after: historyValue(field, after, names),
  }))
}

/** By the name it has now; one from before the list by its code alone. */
function reasonOf({ reasonId, reasonCode }: EventRow['payload'], { reasons }: Vocabulary): HistoryEntry['reason'] {
  const known = reasons.find((r) => r.id === reasonId)
  if (known) return { code: known.code, name: known.name }
  return reasonCode ? { code: reasonCode, name: null } : null
}

/** Something was said of a version that was there before: it changed nothing. */
function isSaidOnly({ type, payload }: EventRow): boolean {
  return type === 'outcome.compared' || type.startsWith('outcome.contribution-') || payload.verdict === 'kept'
}

export function refOf(id: string | undefined, { people }: Names): PersonRef | null {
  const name = people.get(id ?? '')
  return id !== undefined && name !== undefined ? { id, name } : null
}

const nothing: HistoryValue = { kind: 'nothing' }

export function historyValue(field: HistoryField, snapshot: Snapshot, names: Names & { outcomeId: string }): HistoryValue {
  const { vocabulary } = names
  switch (field) {
    case 'type':
      return typeValue(vocabulary.types.find((t) => t.id === snapshot.type))
    case 'value':
      return snapshot.value ? { kind: 'money', money: snapshot.value, reported: names.reported?.get(snapshot) ?? null } : nothing
    case 'occurredOn':
    case 'firstTouchOn': {
      const day = snapshot[field]
      return day ? { kind: 'day', day } : nothing
    }
    case 'channels': {
      const channels = snapshot.channels.flatMap(({ channelId }) => vocabulary.channels.find((c) => c.id === channelId) ?? [])
      return channels.length > 0 ? { kind: 'channels', channels } : nothing
    }
    case 'skill': {
      const skill = vocabulary.skills.find((s) => s.id === snapshot.skill)
      return skill ? { kind: 'skill', skill } : nothing
    }
    case 'objective':
      return objectiveValue(snapshot.objective ?? null, names)
    case 'program':
      return snapshot.program
        ? { kind: 'program', program: { id: snapshot.program, title: names.programs.get(snapshot.program) ?? '' } }
        : nothing
    case 'contributors':
      return sharesValue(snapshot, names)
    case 'evidence':
      return snapshot.evidence.length > 0 ? { kind: 'names', names: snapshot.evidence.map(nameOfEvidence) } : nothing
    default: {
      const text = snapshot[field]
      return text ? { kind: 'text', text } : nothing
    }
  }
}

/** Not its address: the link may be of an account that its owner does not show to this reader. */
function nameOfEvidence({ label, url }: Snapshot['evidence'][number]): string {
  if (label !== '' || url === null) return label
  return recognised(url)?.platform ?? (URL.canParse(url) ? new URL(url).hostname : '')
}

function objectiveValue(id: string | null, { objectives }: Names): HistoryValue {
  if (id === null) return nothing
  const title = objectives.get(id)
  return title === undefined ? { kind: 'withheld' } : { kind: 'objective', objective: { id, title } }
}

function typeValue(type: TypeRef | undefined): HistoryValue {
  return type ? { kind: 'type', type } : nothing
}

function sharesValue({ contributors }: Snapshot, { people, outcomeId }: Names & { outcomeId: string }): HistoryValue {
  const points = contributors.some((c) => c.weight > 0) ? shares(contributors, outcomeId) : new Map<string, number>()
  return {
    kind: 'shares',
    shares: contributors.map((c) => ({
      id: c.personId,
      name: people.get(c.personId) ?? '',
      role: c.role,
      basisPoints: points.get(c.personId) ?? 0,
    })),
  }
}

import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { kindOf } from '@oeuvre/domain/files/rules'
import type { MediaType } from '@oeuvre/domain/files/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { Snapshot } from '@oeuvre/domain/outcomes/history/rules'
import { historyFields, type ReadVersionInput, type ReadVersionOutput, type VersionDraft } from '@oeuvre/domain/outcomes/history/schema'
import { canOf } from '@oeuvre/domain/outcomes/policy'
import { historyValue, objectivesIn, openHistory, programsIn, refOf } from './get-history.ts'
import type { Reader } from './list-outcomes.ts'
import { loadVocabulary } from './list-vocabulary.ts'
import { recognised } from './load-facts.ts'
import type { OutcomeFullRow } from './load-outcomes.ts'
import { loadReported } from './load-reported.ts'

type Row = { version: number; snapshot: Snapshot; at: Date; byId: string | null }
type Named = Readonly<Record<'people' | 'objectives' | 'programs', ReadonlyMap<string, string>>>
type FileRow = { id: string; mediaType: MediaType; size: number }

/**
 * What an outcome said in one of its versions; for those who may change it, as the form takes it up again.
 * @throws DomainError not-found; forbidden where the outcome may be seen and its history not
 */
export function readVersion(ctx: Reader, { id, version }: ReadVersionInput): Promise<ReadVersionOutput> {
  const { actor, now } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const { row, record } = await openHistory(tx, actor, id)
    const [found, next] = await tx.rows<Row>(sql`SELECT version, snapshot, at, actor_person_id AS "byId" FROM outcome_version
      WHERE organization_id = ${actor.organizationId}::uuid AND outcome_id = ${id}::uuid AND version >= ${version} ORDER BY version LIMIT 2`)
    if (found?.version !== version) throw new DomainError('not-found')
    const { snapshot, at, byId } = found
    const names = {
      vocabulary: await loadVocabulary(tx, actor),
      people: await namesIn(tx, actor, found),
      objectives: await objectivesIn(tx, actor, [found]),
      programs: await programsIn(tx, actor, [found]),
      reported: await loadReported(tx, actor, row, next ? [found, next] : [found]),
      outcomeId: id,
    }
    const values = historyFields.map((field) => ({ field, value: historyValue(field, snapshot, names) }))
    const can = canOf(actor, record, now.getTime())
    const isOpen = version !== row.version && (can.edit || can.tellStory || can.amend)
    return {
      version,
      at: at.toISOString(),
      by: refOf(byId ?? undefined, names),
      values: values.filter(({ value }) => value.kind !== 'nothing'),
      draft: isOpen ? draftOf(snapshot, await evidenceOf(tx, actor, snapshot, row), names) : null,
    }
  })
}

async function namesIn(tx: SqlTx, actor: Actor, { snapshot, byId }: Row): Promise<Map<string, string>> {
  const ids = [...snapshot.contributors.map(({ personId }) => personId), ...(byId ? [byId] : [])]
  const people = await tx.rows<{ id: string; name: string }>(sql`SELECT id, name FROM person
    WHERE organization_id = ${actor.organizationId}::uuid AND id = ANY (${ids}::uuid[])`)
  return new Map(people.map(({ id, name }) => [id, name]))
}

function draftOf(snapshot: Snapshot, evidence: VersionDraft['evidence'], { people, objectives, programs }: Named): VersionDraft {
  const { type, title, subject, occurredOn, firstTouchOn, value, channels, contributors, situation, action, result, skill, externalId } =
    snapshot
  const objective = snapshot.objective ? { id: snapshot.objective, title: objectives.get(snapshot.objective) ?? null } : null
  const program = snapshot.program ? { id: snapshot.program, title: programs.get(snapshot.program) ?? '' } : null
  return {
    ...{
      typeId: type,
      title,
      subject,
      occurredOn,
      firstTouchOn,
      value,
      channels: [...channels],
      evidence,
      skillId: skill,
      objective,
      program,
      externalId,
    },
    contributors: contributors.map(({ personId, role, weight }) => ({ id: personId, name: people.get(personId) ?? '', role, weight })),
    story: { situation, action, result },
  }
}

/** A link of an account that no longer stands there is its author's to bring back: its owner may not show it to anybody else. */
async function evidenceOf(tx: SqlTx, actor: Actor, { evidence }: Snapshot, row: OutcomeFullRow): Promise<VersionDraft['evidence']> {
  const standing = new Set(row.evidence.map(({ id }) => id))
  const isAuthor = row.authorId !== null && row.authorId === actor.personId
  const fileIds = evidence.flatMap(({ fileId }) => fileId ?? [])
  const files = await tx.rows<FileRow>(sql`SELECT id, media_type AS "mediaType", size FROM stored_file
    WHERE organization_id = ${actor.organizationId}::uuid AND id = ANY (${fileIds}::uuid[])`)
  return evidence.flatMap(({ id, url, label, fileId, isFromClient = false }) => {
    const file = files.find((one) => one.id === fileId)
    const isKnown = standing.has(id) || isAuthor || url === null || recognised(url) === null
    if (!isKnown || (fileId && !file)) return []
    const shown = file ? { id: file.id, kind: kindOf(file.mediaType), size: file.size } : null
    return [{ id, url: standing.has(id) ? null : url, label, isFromClient, file: shown }]
  })
}

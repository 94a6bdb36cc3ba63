import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { pairOf } from '@oeuvre/domain/programs/coaching/rules'
import type { CoachingNote, CoachingOutput } from '@oeuvre/domain/programs/coaching/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { listRows } from '../repo.ts'

type Ref = { readonly id: string; readonly name: string }
type Row = Omit<CoachingNote, 'at'> & { readonly at: Date; readonly otherId: string; readonly otherName: string }

/** Who takes part now and can read what is written to them. */
export function listParticipants(tx: SqlTx, { organizationId }: Pick<Actor, 'organizationId'>, id: string): Promise<Ref[]> {
  return tx.rows<Ref>(sql`SELECT m.id, m.name FROM program_participant p JOIN person m ON m.organization_id = p.organization_id AND m.id = p.person_id
    WHERE p.organization_id = ${organizationId}::uuid AND p.program_id = ${id}::uuid AND p.joined_on IS NOT NULL AND p.left_on IS NULL AND m.status = 'active'
    ORDER BY m.name, m.id`)
}

/** What stands between whoever asks and each other; of nobody who left. */
function listNotesOf(tx: SqlTx, { organizationId, personId }: Actor, id: string): Promise<Row[]> {
  const isMine = sql`CASE WHEN n.is_from_coach THEN n.coach_id ELSE n.person_id END = ${personId}::uuid`
  return tx.rows<Row>(sql`SELECT n.id, ${isMine} AS "isOwn", n.words, n.at, m.id AS "otherId", m.name AS "otherName" FROM program_note n
    JOIN program_participant p ON p.organization_id = n.organization_id AND p.program_id = n.program_id AND p.person_id = n.person_id AND p.left_on IS NULL
    JOIN person m ON m.organization_id = n.organization_id AND m.id = CASE WHEN n.coach_id = ${personId}::uuid THEN n.person_id ELSE n.coach_id END
    WHERE n.organization_id = ${organizationId}::uuid AND n.program_id = ${id}::uuid AND ${personId}::uuid IN (n.coach_id, n.person_id)
      AND n.removed_at IS NULL AND m.status <> 'erased' ORDER BY n.at, n.id`)
}

/**
 * What is written between whoever asks and their coaches, or those whom they coach: of nobody else, whatever their role.
 * @throws DomainError not-found
 */
export function listNotes(ctx: Pick<OrgContext, 'db' | 'actor'>, { id }: { id: string }): Promise<CoachingOutput> {
  const { actor } = ctx
  const own = actor.personId
  return read(ctx.db, actor.organizationId, async (tx) => {
    const [row] = await listRows(tx, actor, id)
    if (!row) throw new DomainError('not-found')
    if (own === null) return { threads: null }
    const participants = await listParticipants(tx, actor, id)
    const coaching = { coachIds: row.coaches.map((one) => one.id), participantIds: participants.map((one) => one.id) }
    if (!coaching.coachIds.includes(own) && !coaching.participantIds.includes(own)) return { threads: null }
    const notes = Map.groupBy(await listNotesOf(tx, actor, id), (note) => note.otherId)
    const others = [...row.coaches, ...participants].filter((one) => pairOf(own, one.id, coaching) !== null)
    const former = [...notes.values()].flatMap(([note]) => (note ? [{ id: note.otherId, name: note.otherName }] : []))
    const people = new Map([...others, ...former].map((one) => [one.id, one]))
    const threads = [...people.values()].map((other) => ({
      with: { id: other.id, name: other.name },
      mayWrite: pairOf(own, other.id, coaching) !== null,
      notes: (notes.get(other.id) ?? []).map(({ id: noteId, isOwn, words, at }) => ({ id: noteId, isOwn, words, at: at.toISOString() })),
    }))
    const newest = ({ notes: [...all] }: (typeof threads)[number]) => Date.parse(all.at(-1)?.at ?? '1970-01-01')
    return { threads: threads.sort((a, b) => newest(b) - newest(a)) }
  })
}

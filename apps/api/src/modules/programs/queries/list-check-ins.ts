import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { CheckInAnswer, CheckInDays, CheckInsOutput, OwnCheckIn } from '@oeuvre/domain/programs/check-ins/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { listRows } from '../repo.ts'

type Row = Pick<CheckInAnswer, 'use' | 'wish' | 'words' | 'answeredOn'> & {
  readonly id: string
  readonly name: string
  readonly days: CheckInDays
  readonly isAnswered: boolean
}

/** Of those who take part: whoever left, or was silent, is in no row that a coach is shown. */
function load(tx: SqlTx, { organizationId, settings }: Actor, id: string, personId: string | null): Promise<Row[]> {
  return tx.rows<Row>(sql`
    SELECT m.id, m.name, x.days, x.use, x.wish, x.words, x.answered_at IS NOT NULL AS "isAnswered",
      (x.answered_at AT TIME ZONE ${settings.timeZone})::date AS "answeredOn"
    FROM program_check_in x
    JOIN program_participant p ON p.organization_id = x.organization_id AND p.program_id = x.program_id AND p.person_id = x.person_id
    JOIN person m ON m.organization_id = x.organization_id AND m.id = x.person_id
    WHERE x.organization_id = ${organizationId}::uuid AND x.program_id = ${id}::uuid AND p.left_on IS NULL AND m.status = 'active'
      AND ${personId === null ? sql`x.answered_at IS NOT NULL` : sql`x.person_id = ${personId}::uuid`}
    ORDER BY x.answered_at DESC NULLS LAST, x.days DESC`)
}

function answerOf({ days, use, wish, words, answeredOn }: Row) {
  return { days, use, wish, words, answeredOn }
}

/**
 * What whoever asks was asked themself, and to coaches what was answered.
 * @throws DomainError not-found
 */
export function listCheckIns(ctx: Pick<OrgContext, 'db' | 'actor'>, { id }: { id: string }): Promise<CheckInsOutput> {
  const { actor } = ctx
  const { personId } = actor
  return read(ctx.db, actor.organizationId, async (tx) => {
    const [row] = await listRows(tx, actor, id)
    if (!row) throw new DomainError('not-found')
    const own = personId === null ? [] : await load(tx, actor, id, personId)
    const newest = own.toSorted((a, b) => b.days - a.days)[0]
    const isCoach = actor.kind === 'person' && row.coaches.some((coach) => coach.id === personId)
    const answers = isCoach ? await load(tx, actor, id, null) : null
    return {
      own: newest ? ({ days: newest.days, answer: newest.isAnswered ? answerOf(newest) : null } satisfies OwnCheckIn) : null,
      answers: answers?.map((one): CheckInAnswer => ({ ...answerOf(one), person: { id: one.id, name: one.name } })) ?? null,
    }
  })
}

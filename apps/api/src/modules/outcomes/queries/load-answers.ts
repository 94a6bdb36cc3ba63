import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { StandingAnswer } from '@oeuvre/domain/outcomes/answers/rules'
import type { AnswerPoint } from '@oeuvre/domain/outcomes/answers/schema'
import type { ContributorInput } from '@oeuvre/domain/outcomes/schema'
import { splitOfOutcome } from './is-corroborated.ts'

export type AnswerRow = StandingAnswer & {
  readonly id: string
  readonly name: string
  readonly points: AnswerPoint[]
  readonly words: string
  readonly proposal: ContributorInput[] | null
  readonly at: Date
}

/** The standing answers to one outcome, as they relate to its split now; first said, first. */
export function loadAnswers(tx: SqlTx, actor: Pick<Actor, 'organizationId'>, outcomeId: string): Promise<AnswerRow[]> {
  return tx.rows<AnswerRow>(sql`SELECT a.id, a.person_id AS "personId", p.name, a.answer, a.points, a.words, a.proposal, a.at,
      a.split = s.now AS "isOfThisSplit", (a.proposed_split = s.now) IS TRUE AS "isProposalTaken", a.settled_at IS NOT NULL AS "isSettled"
    FROM outcome o CROSS JOIN LATERAL ${splitOfOutcome} AS s(now)
    JOIN contributor_answer a ON a.organization_id = o.organization_id AND a.outcome_id = o.id AND a.ended_at IS NULL
    JOIN person p ON p.organization_id = a.organization_id AND p.id = a.person_id
    WHERE o.organization_id = ${actor.organizationId}::uuid AND o.id = ${outcomeId}::uuid ORDER BY a.id`)
}

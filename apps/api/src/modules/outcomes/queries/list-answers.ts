import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { shares } from '@oeuvre/domain/credits/rules'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { answerRefusal, settleRefusal } from '@oeuvre/domain/outcomes/answers/policy'
import { agrees, answersThatCount, isHeard, isOpen, splitSeenBy } from '@oeuvre/domain/outcomes/answers/rules'
import type { AnswersOutput, Position } from '@oeuvre/domain/outcomes/answers/schema'
import { visibilityOf } from '@oeuvre/domain/outcomes/policy'
import type { ContributorInput } from '@oeuvre/domain/outcomes/schema'
import { recordOf } from '../present.ts'
import type { Reader } from './list-outcomes.ts'
import { type AnswerRow, loadAnswers } from './load-answers.ts'
import { leadTeamOf, loadChains } from './load-chains.ts'
import { loadOutcomes } from './load-outcomes.ts'

/** What those named say of it, and what this reader may do about it. @throws DomainError not-found */
export function listAnswers(ctx: Reader, { id }: { id: string }): Promise<AnswersOutput> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const [row] = await loadOutcomes(tx, actor, [id])
    if (!row) throw new DomainError('not-found')
    const record = recordOf(row, await loadChains(tx, actor, [leadTeamOf(row)]))
    const { isVisible, areWordsShown } = visibilityOf(actor, record)
    if (!isVisible) throw new DomainError('not-found')
    const answers = answersThatCount(await loadAnswers(tx, actor, id), record)
    const mine = answers.find((answer) => answer.personId === actor.personId)
    const mayAnswer = answerRefusal(actor, record) === null
    const split = row.contributors.map(({ id: personId, role, weight }) => ({ personId, role, weight }))
    return {
      positions: areWordsShown ? await positionsOf(tx, actor, { id, split, answers }) : [],
      mayAnswer,
      waitsForMe: mayAnswer && !(mine && isHeard(mine)),
      maySettle: settleRefusal(actor, record) === null,
      isUnsettled: areWordsShown && answers.some(isOpen),
    }
  })
}

type Asked = { readonly id: string; readonly split: readonly ContributorInput[]; readonly answers: readonly AnswerRow[] }

/** Of the split as it stands; what was said of another one before is history. */
async function positionsOf(tx: SqlTx, actor: Actor, { id, split, answers }: Asked): Promise<Position[]> {
  const holding = answers.filter(isHeard).map((answer) => ({ answer, seen: isOpen(answer) ? splitSeenBy(answer, split) : null }))
  const names = await namesOf(
    tx,
    actor,
    holding.flatMap(({ seen }) => seen?.map((c) => c.personId) ?? []),
  )
  return holding.map(({ answer, seen }) => {
    const points = seen?.some((c) => c.weight > 0) ? shares(seen, id) : new Map<string, number>()
    return {
      id: answer.id,
      by: { id: answer.personId, name: answer.name },
      answer: answer.answer,
      points: answer.points,
      words: answer.words,
      at: answer.at.toISOString(),
      proposal:
        seen?.map((c) => ({
          id: c.personId,
          name: names.get(c.personId) ?? '',
          role: c.role,
          weight: c.weight,
          basisPoints: points.get(c.personId) ?? 0,
        })) ?? null,
      isOpen: isOpen(answer),
      agrees: agrees(answer),
    }
  })
}

async function namesOf(tx: SqlTx, actor: Actor, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.rows<{ id: string; name: string }>(sql`SELECT id, name FROM person
    WHERE organization_id = ${actor.organizationId}::uuid AND id = ANY (${[...new Set(ids)]}::uuid[])`)
  return new Map(rows.map((p) => [p.id, p.name]))
}

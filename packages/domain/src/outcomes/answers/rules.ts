import type { ContributorInput } from '../schema.ts'
import type { AnswerPoint, ContributionAnswer } from './schema.ts'

/** What somebody named said last, as far as it decides anything. */
export type StandingAnswer = {
  readonly personId: string
  readonly answer: ContributionAnswer
  /** The split has not changed since. */
  readonly isOfThisSplit: boolean
  /** The split is now the one that they proposed. */
  readonly isProposalTaken: boolean
  /** Somebody who decides answered it with words. */
  readonly isSettled: boolean
}

/** They stand behind the split as it is: confirmed, or proposed by themself. */
export function agrees({ answer, isOfThisSplit, isProposalTaken }: StandingAnswer): boolean {
  return isProposalTaken || (answer === 'confirmed' && isOfThisSplit)
}

/** An objection to the split as it is that nobody settled. */
export function isOpen(answer: StandingAnswer): boolean {
  return answer.answer === 'objected' && answer.isOfThisSplit && !answer.isSettled && !agrees(answer)
}

/** They were heard on the split as it is; else they are asked. */
export function isHeard(answer: StandingAnswer): boolean {
  return agrees(answer) || (answer.answer === 'objected' && answer.isOfThisSplit)
}

type Named = { readonly contributors: readonly { readonly personId: string }[]; readonly authorId: string | null }

/** Answers of those who are named and did not write it themself: only theirs count. */
export function answersThatCount<T extends StandingAnswer>(answers: readonly T[], { contributors, authorId }: Named): T[] {
  return answers.filter((a) => a.personId !== authorId && contributors.some((c) => c.personId === a.personId))
}

/** A colleague who is named says the same, and nobody who is named says otherwise. */
export function isCorroboratedByColleagues(answers: readonly StandingAnswer[], named: Named): boolean {
  const counting = answersThatCount(answers, named)
  return counting.some(agrees) && !counting.some(isOpen)
}

/** Nobody would be left: there is no such split. */
export function withoutContributor(contributors: readonly ContributorInput[], personId: string): ContributorInput[] | null {
  const rest = contributors.filter((c) => c.personId !== personId)
  if (rest.length === 0) return null
  const credited = rest.some((c) => c.weight > 0) ? rest : rest.map((c) => ({ ...c, weight: 1 }))
  if (credited.some((c) => c.role === 'lead')) return credited
  const most = Math.max(...credited.map((c) => c.weight))
  const lead = credited.findIndex((c) => c.weight === most)
  return credited.map((c, i) => (i === lead ? { ...c, role: 'lead' as const } : c))
}

type Said = {
  readonly personId: string
  readonly points: readonly AnswerPoint[]
  readonly proposal: readonly ContributorInput[] | null
}

/** How somebody sees it: as they proposed; "not me" alone already says it. */
export function splitSeenBy({ personId, points, proposal }: Said, contributors: readonly ContributorInput[]): ContributorInput[] | null {
  if (proposal) return [...proposal]
  return points.includes('not-me') ? withoutContributor(contributors, personId) : null
}

import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { settleRefusal } from '@oeuvre/domain/outcomes/answers/policy'
import { answersThatCount, isOpen } from '@oeuvre/domain/outcomes/answers/rules'
import type { SettleSplitInput } from '@oeuvre/domain/outcomes/answers/schema'
import { mayLogFor } from '@oeuvre/domain/outcomes/policy'
import { checkSubmission } from '@oeuvre/domain/outcomes/rules'
import type { ContributorInput, OutcomeDraft, SavedOutcome } from '@oeuvre/domain/outcomes/schema'
import { isBlank } from '@oeuvre/domain/text/storable'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitOutcome } from '../events.ts'
import { recordOf } from '../present.ts'
import { stateChanged } from '../queries/get-latest-change.ts'
import { loadAnswers } from '../queries/load-answers.ts'
import { chainsFor } from '../queries/load-chains.ts'
import { type DraftFacts, loadFacts } from '../queries/load-facts.ts'
import { loadFullOutcomes, type OutcomeFullRow } from '../queries/load-outcomes.ts'
import { amendVerified, answer, checkAmendment, type Loaded } from './amend-outcome.ts'
import { insertNotes, lockOutcomes } from './move-outcomes.sql.ts'
import { inPlaceOf, type Work } from './move-outcomes.ts'
import { refreshRungs } from './refresh-rungs.ts'
import { rewriteOutcome } from './rewrite-outcome.ts'
import { keptBy } from './save-outcome.ts'
import { draftOf } from './submit-outcomes.ts'

/**
 * An end to objections: another split is taken, or the one there is stays, with words that are kept in the history. What is verified stays
 * verified; its ledger gets the opposite and the new entries. Whoever is named is asked about a split that is new.
 * @throws DomainError not-found; forbidden, own-result; state-changed; words-required of everybody but the author
 */
export function settleSplit(ctx: CommandContext, input: SettleSplitInput): Promise<SavedOutcome> {
  const { actor } = ctx
  return mutate(ctx, async (tx, emit, tools) => {
    const work = { ctx, tx, emit, tools }
    const loaded = await loadUnsettled(work, input)
    const { row, record } = loaded
    const open = answersThatCount(await loadAnswers(tx, actor, row.id), record).filter(isOpen)
    const isChanged = input.contributors !== null && (await takeSplit(work, loaded, withSplit(row, input.contributors), input.words))
    if (!isChanged && open.length === 0) throw await stateChanged(tx, actor, [row])
    if (!isChanged) await say(work, loaded, { verdict: 'kept', version: row.version, contributors: splitOf(row), words: input.words })
    await tx.run(sql`UPDATE contributor_answer SET settled_at = ${ctx.now}::timestamptz, settled_by_id = ${actor.personId}::uuid
      WHERE organization_id = ${actor.organizationId}::uuid AND id = ANY (${open.map((one) => one.id)}::uuid[])`)
    await refreshRungs(tx, actor, [row.id])
    return answer(work, row.id)
  })
}

async function loadUnsettled({ ctx, tx }: Work, { id, version, contributors, words }: SettleSplitInput): Promise<Loaded> {
  const { actor } = ctx
  await tx.rows(lockOutcomes(actor.organizationId, [id]))
  const [row] = await loadFullOutcomes(tx, actor, [id])
  if (!row) throw new DomainError('not-found')
  const record = recordOf(row, await chainsFor(tx, actor, [row]))
  const refusal = settleRefusal(actor, record)
  if (refusal?.code === 'state-changed' || (!refusal && row.version !== version)) throw await stateChanged(tx, actor, [row])
  if (refusal) throw new DomainError(refusal)
  const isAuthor = actor.personId === row.authorId
  // An author takes another's view or answers it in the form; that it stays as they wrote it is for somebody else to say.
  if (isAuthor && contributors === null) throw new DomainError('own-result')
  if (!isAuthor && isBlank(words)) throw new DomainError({ code: 'words-required', field: 'words' })
  return { row, record }
}

const splitOf = (row: OutcomeFullRow): ContributorInput[] =>
  row.contributors.map(({ id, role, weight }) => ({ personId: id, role, weight }))

/** The result as it is, shared otherwise. An account of somebody who is no longer named is no longer what carried it, its platform is. */
function withSplit(row: OutcomeFullRow, contributors: readonly ContributorInput[]): OutcomeDraft {
  const named = new Set([row.authorId, ...contributors.map((c) => c.personId)])
  const owners = new Map(row.channels.flatMap(({ account }) => (account ? [[account.id, account.personId] as const] : [])))
  const draft = draftOf(row)
  const channels = draft.channels.map((c) => (named.has(owners.get(c.accountId ?? '') ?? row.authorId) ? c : { ...c, accountId: null }))
  return { ...draft, channels, contributors: [...contributors], weightsAre: 'parts' }
}

/** Whether anything changed. */
async function takeSplit(work: Work, loaded: Loaded, draft: OutcomeDraft, words: string): Promise<boolean> {
  const { ctx, tx } = work
  const { row } = loaded
  if (row.state === 'verified') return amendVerified(work, loaded, draft, { words })
  const facts = await loadFacts(tx, ctx.actor, draft, row.authorId, keptBy(row))
  if (ctx.actor.personId === row.authorId) checkOwn(ctx, draft, facts)
  else await checkAmendment(work, draft, facts, loaded)
  const { version, fields } = await rewriteOutcome(work, row, draft, facts, () => row.revision)
  if (fields.length === 0) return false
  await say(work, loaded, { verdict: 'changed', version, contributors: draft.contributors, words })
  return true
}

function checkOwn({ actor }: CommandContext, draft: OutcomeDraft, facts: DraftFacts): void {
  const named = draft.contributors.map((c) => ({ ...c, teamId: facts.teamNow.get(c.personId) ?? null }))
  const refusals = checkSubmission(draft, facts)
  const outOfReach = mayLogFor(actor, named)
  if (refusals.length > 0 || outOfReach) throw new DomainError(outOfReach ? [...refusals, outOfReach] : refusals)
}

type Settled = {
  readonly verdict: 'changed' | 'kept'
  readonly version: number
  readonly contributors: readonly ContributorInput[]
  readonly words: string
}

async function say({ ctx, tx, emit }: Work, { row, record }: Loaded, { words, contributors, ...settled }: Settled): Promise<void> {
  const shares = contributors.map(({ personId, role, weight }) => ({ personId, role, weight }))
  const personIds = [...new Set([...row.contributors.map((c) => c.id), ...shares.map((c) => c.personId)])]
  const id = emitOutcome(emit, {
    type: 'outcome.split-settled',
    outcomeId: row.id,
    ...settled,
    contributors: shares,
    personIds,
    ...inPlaceOf(ctx, record),
  })
  if (isBlank(words)) return
  await tx.run(insertNotes(ctx.actor.organizationId, ctx.actor.personId, ctx.now, [{ id, outcome_id: row.id, reason_code: null, words }]))
}

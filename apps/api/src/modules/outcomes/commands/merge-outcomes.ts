import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { checkUnited, mayLiveOn } from '@oeuvre/domain/outcomes/merge/rules'
import type { MergeInput } from '@oeuvre/domain/outcomes/merge/schema'
import { undoUntil } from '@oeuvre/domain/outcomes/review/rules'
import type { DecisionOutput } from '@oeuvre/domain/outcomes/review/schema'
import type { OutcomeDraft } from '@oeuvre/domain/outcomes/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { listStanding } from '../../credits/queries/list-standing.ts'
import { emitOutcome } from '../events.ts'
import { loadFacts } from '../queries/load-facts.ts'
import { loadFullOutcomes, loadOutcomes, type OutcomeFullRow } from '../queries/load-outcomes.ts'
import { appendOpposites, appendVerified } from './append-verified.ts'
import { minorOf } from './keep-conversion.ts'
import { claimedSince, leadTo, moveEvidence } from './merge-outcomes.sql.ts'
import { applyDecisions, type Decision, inPlaceOf, loadMembers, moveTo, presentDecided, type Work } from './move-outcomes.ts'
import { refuseCountedDeal } from './refuse-counted.ts'
import { rewriteOutcome } from './rewrite-outcome.ts'
import { keptBy } from './save-outcome.ts'
import { draftOf } from './submit-outcomes.ts'
import { tellAccounts } from './tell-accounts.ts'

/**
 * Two claims of one result become one, in one transaction. Nothing is lost: what shows it and what carried it go to the one that lives
 * on, and so does whatever that one leaves open; the older claim's date is kept; the one that ends keeps its texts and its history
 * and leads there. Credit is shared among all of both, as the reviewer sets it: the ledger gets the opposites and the new entries.
 * @throws DomainError as every decision, for either of the two; invalid-input where a deal of the CRM would end
 */
export function mergeOutcomes(ctx: CommandContext, input: MergeInput): Promise<DecisionOutput> {
  return mutate(ctx, async (tx, emit, tools) => {
    const work = { ctx, tx, emit, tools }
    if (input.merged.id === input.into.id) throw new DomainError({ code: 'not-found', field: 'ids.1' })
    const members = await loadMembers(work, [input.merged, input.into], 'merge')
    const [merged, into] = await loadFullOutcomes(tx, ctx.actor, [input.merged.id, input.into.id])
    if (!merged || !into) throw new DomainError('not-found')
    check(input, merged, into)
    const contributors = input.contributors.map(({ personId, role, weight }) => ({ personId, role, weight }))
    const { organizationId } = ctx.actor
    const since = older(into.submittedAt, merged.submittedAt)
    const draft = { ...draftUnited(into, merged), contributors }
    if (into.state === 'verified' && into.externalId === null && merged.state !== 'verified') await refuseCountedDeal(work, draft)
    const moved = await tx.rows<{ id: string }>(moveEvidence(organizationId, merged.id, into.id))
    const after = await replaceContent(work, { ...into, submittedAt: since }, draft, 'merged')
    await tx.run(claimedSince(organizationId, into.id, since))
    if (merged.state === 'verified') await appendOpposites(work, [merged.id], 'merged')
    const [endsFor, livesFor] = members.map(({ record }) => inPlaceOf(ctx, record))
    const ending = endOf(merged, into, { after, evidenceIds: moved.map((e) => e.id), words: input.words })
    const decision = { ...ending, event: { ...ending.event, ...endsFor } }
    await applyDecisions(work, [decision])
    await tx.run(leadTo(organizationId, merged.id, into.id))
    await tellAccounts(work, [merged, into], [decision])
    emitOutcome(emit, { type: 'outcome.united', outcomeId: into.id, ...after, otherId: merged.id, contributors, ...livesFor })
    const { outcomes } = await presentDecided(work, [into.id, merged.id])
    return { outcomes, undoUntil: new Date(undoUntil(ctx.now.getTime())).toISOString() }
  })
}

function older(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a < b ? a : b) : (a ?? b)
}

type Ending = { readonly after: After; readonly evidenceIds: readonly string[]; readonly words: string }

/** The end of one; the event says all that taking it back needs. */
function endOf(row: OutcomeFullRow, into: OutcomeFullRow, { after, evidenceIds, words }: Ending): Decision {
  return {
    move: moveTo(row, 'merged', { first_decider_id: row.firstDeciderId }),
    event: {
      type: 'outcome.merged',
      outcomeId: row.id,
      version: row.version + 1,
      from: row.state,
      to: 'merged',
      intoId: into.id,
      evidenceIds,
      before: {
        version: into.version,
        weightsAre: into.weightsAre,
        isWithoutChannel: into.isWithoutChannel,
        submittedAt: into.submittedAt?.toISOString() ?? null,
      },
      after: after.version,
    },
    words: { text: words },
  }
}

function check({ contributors }: MergeInput, merged: OutcomeFullRow, into: OutcomeFullRow): void {
  if (!mayLiveOn(into)) throw new DomainError({ code: 'state-changed', field: 'ids.1', params: { state: into.state } })
  // The next import looks for the deal where it brought it.
  if (merged.importId !== null && into.importId === null) throw new DomainError({ code: 'invalid-input', field: 'ids.0' })
  if (merged.type?.valueKind !== into.type?.valueKind) throw new DomainError({ code: 'invalid-input', field: 'ids.0' })
  const refusals = checkUnited(contributors, new Set([...into.contributors, ...merged.contributors].map((c) => c.id)))
  if (refusals.length > 0) throw new DomainError(refusals)
}

/** What lives on, with whatever it leaves open from the other. */
function draftUnited(into: OutcomeFullRow, merged: OutcomeFullRow): OutcomeDraft {
  const [own, other] = [draftOf(into), draftOf(merged)]
  const channels = [...own.channels, ...other.channels]
  const touches = [own.firstTouchOn, other.firstTouchOn].filter((day) => typeof day === 'string').sort()
  return {
    ...own,
    title: own.title || other.title,
    value: own.value ?? other.value,
    channels: channels.filter(
      (c, i) => channels.findIndex((x) => x.channelId === c.channelId && (x.accountId ?? null) === (c.accountId ?? null)) === i,
    ),
    isWithoutChannel: channels.length === 0 && (own.isWithoutChannel || other.isWithoutChannel),
    weightsAre: 'parts',
    evidence: [...own.evidence, ...other.evidence],
    story: {
      situation: own.story.situation || other.story.situation,
      action: own.story.action || other.story.action,
      result: own.story.result || other.story.result,
    },
    skillId: own.skillId ?? other.skillId,
    objectiveId: own.objectiveId ?? other.objectiveId,
    programId: own.programId ?? other.programId,
    firstTouchOn: touches[0] ?? null,
    externalId: own.externalId ?? other.externalId,
  }
}

type After = { readonly version: number; readonly revision: number }

/** Writes what lives on; the ledger follows where it stood there. */
export async function replaceContent(work: Work, row: OutcomeFullRow, draft: OutcomeDraft, cause: 'merged' | 'undone'): Promise<After> {
  const { ctx, tx } = work
  const facts = await loadFacts(tx, ctx.actor, draft, row.authorId, keptBy(row))
  const isInLedger = row.state === 'verified'
  const revision = row.revision + (isInLedger ? 1 : 0)
  const { version, fields } = await rewriteOutcome(work, row, draft, facts, () => revision)
  if (!isInLedger || fields.length === 0) return { version, revision: fields.length === 0 ? row.revision : revision }
  const [stood] = await listStanding(tx, ctx.actor, [row.id])
  await appendOpposites(work, [row.id], cause)
  const [after] = await loadOutcomes(tx, ctx.actor, [row.id])
  if (!after) throw new DomainError('conflict')
  const rung = after.importId === null ? 4 : 5
  const isImported = stood?.isImported ?? false
  appendVerified(work, after, { revision, rung, cause, isImported, now: row.decidedAt ?? ctx.now, reportingMinor: minorOf(after) })
  return { version, revision }
}

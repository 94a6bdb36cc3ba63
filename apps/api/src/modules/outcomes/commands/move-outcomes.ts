import type { Tx } from '@oeuvre/db/tenant'
import { DomainError, type Refusal } from '@oeuvre/domain/errors/domain-error'
import type { OutcomeEvent } from '@oeuvre/domain/outcomes/events'
import { isDecider, type OutcomeRecord, refusalOf, standsInFor } from '@oeuvre/domain/outcomes/policy'
import { transitionOf, undoUntil } from '@oeuvre/domain/outcomes/review/rules'
import type { DecisionOutput } from '@oeuvre/domain/outcomes/review/schema'
import { rungOf } from '@oeuvre/domain/outcomes/rules'
import type { OutcomeAction, OutcomeState, RecordVersion } from '@oeuvre/domain/outcomes/schema'
import { isBlank } from '@oeuvre/domain/text/storable'
import { type CommandContext, type Emit, type MutateTools, mutate } from '../../../platform/mutate.ts'
import { emitOutcome } from '../events.ts'
import { presentSummary, recordOf } from '../present.ts'
import { stateChanged } from '../queries/get-latest-change.ts'
import { chainsFor } from '../queries/load-chains.ts'
import { loadOutcomes, type OutcomeRow } from '../queries/load-outcomes.ts'
import { insertNotes, lockOutcomes, type Move, moveOutcomes } from './move-outcomes.sql.ts'
import { tellAccounts } from './tell-accounts.ts'

export type Work = { readonly ctx: CommandContext; readonly tx: Tx; readonly emit: Emit; readonly tools: MutateTools }
export type Member = { readonly row: OutcomeRow; readonly record: OutcomeRecord }

/** What becomes of one member of a set: its new place, the event that says so, the words that go with it. */
export type Decision = {
  readonly move: Move
  readonly event: OutcomeEvent
  readonly words?: { readonly text: string; readonly reasonCode?: string }
}

/**
 * A decision on a set: all of it or nothing. Asks the policy about each member, moves each on condition of the state and version
 * that were read, appends events and words, answers with the members as they stand.
 * @throws DomainError one refusal per member that refuses, under `ids.<place>`
 */
export function decide(
  ctx: CommandContext,
  ids: readonly RecordVersion[],
  action: OutcomeAction,
  judge: (work: Work, members: readonly Member[]) => Decision[] | Promise<Decision[]>,
): Promise<DecisionOutput> {
  return mutate(ctx, async (tx, emit, tools) => {
    const work = { ctx, tx, emit, tools }
    const asked = [...new Map(ids.map((member) => [member.id, member])).values()]
    const members = await loadMembers(work, asked, action)
    const decisions = inWhosePlace(ctx, action, members, await judge(work, members))
    await applyDecisions(work, decisions)
    await tellAccounts(
      work,
      members.map(({ row }) => row),
      decisions,
    )
    return presentDecided(
      work,
      asked.map((m) => m.id),
    )
  })
}

/** A decision in somebody's place says so. */
function inWhosePlace(ctx: CommandContext, action: OutcomeAction, members: readonly Member[], decisions: readonly Decision[]): Decision[] {
  const records = new Map(members.map(({ row, record }) => [row.id, record]))
  return decisions.map((decision) => {
    const record = records.get(decision.move.id)
    const who = record && transitionOf(record.state, action)?.who
    const isDecided = record && (who === 'decider' || who === 'other-decider')
    return isDecided ? { ...decision, event: { ...decision.event, ...inPlaceOf(ctx, record) } } : decision
  })
}

/** For the event of a decision: for whom it was taken, where it was taken for somebody. */
export function inPlaceOf({ actor }: Pick<CommandContext, 'actor'>, record: OutcomeRecord): { forId?: string } {
  const forId = isDecider(actor, record) ? standsInFor(actor.personId, record) : null
  return forId === null ? {} : { forId }
}

/** The members of a set that this actor may act on now, or every reason why not. */
export async function loadMembers({ ctx, tx }: Work, asked: readonly RecordVersion[], action: OutcomeAction): Promise<Member[]> {
  const ids = asked.map((m) => m.id)
  await tx.rows(lockOutcomes(ctx.actor.organizationId, ids))
  const rows = await loadOutcomes(tx, ctx.actor, ids)
  const chains = await chainsFor(tx, ctx.actor, rows)
  const byId = new Map(rows.map((row) => [row.id, { row, record: recordOf(row, chains) }]))
  const refusals: Refusal[] = []
  const changed: { id: string; place: number }[] = []
  for (const [place, { id, version }] of asked.entries()) {
    const member = byId.get(id)
    const refusal = member ? refusalOf(ctx.actor, member.record, action, ctx.now.getTime()) : { code: 'not-found' as const }
    if (refusal?.code === 'state-changed' || (!refusal && member?.row.version !== version)) changed.push({ id, place })
    else if (refusal) refusals.push({ ...refusal, field: `ids.${place}` })
  }
  if (changed.length > 0) refusals.push(...(await stateChanged(tx, ctx.actor, changed)).refusals)
  if (refusals.length > 0) throw new DomainError(refusals)
  return asked.flatMap((m) => byId.get(m.id) ?? [])
}

/** Writes decisions that were taken; also of imports, which ask no policy here. */
export async function applyDecisions({ ctx, tx, emit }: Work, decisions: readonly Decision[]): Promise<void> {
  if (decisions.length === 0) return
  const { organizationId, personId } = ctx.actor
  const moved = await tx.rows<{ id: string }>(
    moveOutcomes(
      organizationId,
      ctx.now,
      decisions.map((d) => d.move),
    ),
  )
  const done = new Set(moved.map((m) => m.id))
  const late = decisions.flatMap(({ move }, place) => (done.has(move.id) ? [] : [{ id: move.id, place }]))
  if (late.length > 0) throw await stateChanged(tx, ctx.actor, late)
  const notes = decisions.flatMap(({ move, event, words }) => {
    const id = emitOutcome(emit, event)
    if (!words || (isBlank(words.text) && !words.reasonCode)) return []
    return [{ id, outcome_id: move.id, reason_code: words.reasonCode ?? null, words: words.text }]
  })
  if (notes.length > 0) await tx.run(insertNotes(organizationId, personId, ctx.now, notes))
}

/** What a decision answers with: its members as they stand now. */
export async function presentDecided({ ctx, tx }: Work, ids: readonly string[]): Promise<DecisionOutput> {
  const rows = await loadOutcomes(tx, ctx.actor, ids)
  const chains = await chainsFor(tx, ctx.actor, rows)
  const outcomes = rows.map((row) => presentSummary(row, ctx, recordOf(row, chains)))
  const undoable = outcomes.filter((o) => o.can.undo).length > 0
  return { outcomes, undoUntil: undoable ? new Date(undoUntil(ctx.now.getTime())).toISOString() : null }
}

/** The rung of an outcome in a state, from what it holds. */
export function rungIn(row: OutcomeRow, state: OutcomeState) {
  const hasEvidence = row.hasEvidence || !isBlank(row.externalId ?? '')
  return rungOf({ state, isMatchedToCrm: row.importId !== null, hasEvidence, isCorroborated: row.isAgreed || row.isShownByClient })
}

/** To a state, everything else as it was. */
export function moveTo(row: OutcomeRow, to: OutcomeState, over: Partial<Move> = {}): Move {
  return {
    id: row.id,
    version: row.version,
    from: row.state,
    to,
    rung: rungIn(row, to),
    revision: row.revision,
    reporting_minor: row.reportingMinor,
    conversion: row.conversion,
    submitted_at: row.submittedAt,
    decided_at: row.decidedAt,
    decided_by_id: row.decidedById,
    first_decider_id: null,
    ...over,
  }
}

/** A decision of this moment by this actor. */
export function decidedNow(ctx: CommandContext) {
  return { decided_at: ctx.now, decided_by_id: ctx.actor.personId }
}
export const undecided = { decided_at: null, decided_by_id: null }

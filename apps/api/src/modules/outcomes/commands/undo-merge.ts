import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { toDecimal } from '@oeuvre/domain/money/amounts'
import type { OutcomeEvent } from '@oeuvre/domain/outcomes/events'
import type { Snapshot } from '@oeuvre/domain/outcomes/history/rules'
import type { UndoMergeInput } from '@oeuvre/domain/outcomes/merge/schema'
import { visibilityOf } from '@oeuvre/domain/outcomes/policy'
import { undoUntil } from '@oeuvre/domain/outcomes/review/rules'
import type { DecisionOutput } from '@oeuvre/domain/outcomes/review/schema'
import type { OutcomeDraft } from '@oeuvre/domain/outcomes/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { listEntries } from '../../credits/queries/list-standing.ts'
import { emitOutcome } from '../events.ts'
import { recordOf } from '../present.ts'
import { stateChanged } from '../queries/get-latest-change.ts'
import { chainsFor } from '../queries/load-chains.ts'
import { loadFullOutcomes, type OutcomeFullRow } from '../queries/load-outcomes.ts'
import { appendVerified } from './append-verified.ts'
import { minorOf } from './keep-conversion.ts'
import { claimedSince, leadTo, moveEvidence } from './merge-outcomes.sql.ts'
import { replaceContent } from './merge-outcomes.ts'
import { lockOutcomes } from './move-outcomes.sql.ts'
import { applyDecisions, type Decision, moveTo, presentDecided, type Work } from './move-outcomes.ts'
import { refuseCountedDeal } from './refuse-counted.ts'
import { draftOf } from './submit-outcomes.ts'
import { tellAccounts } from './tell-accounts.ts'

type Merged = Extract<OutcomeEvent, { type: 'outcome.merged' }>
type Undoable = { readonly row: OutcomeFullRow; readonly into: OutcomeFullRow; readonly merge: Omit<Merged, 'type' | 'outcomeId'> }

/**
 * Two claims again, within ten minutes, by whoever merged them, as long as nobody touched what lived on: content, split, dates and ledger
 * of both are as before; the ledger says that it was undone.
 */
export function undoMerge(ctx: CommandContext, input: UndoMergeInput): Promise<DecisionOutput> {
  return mutate(ctx, async (tx, emit, tools) => {
    const work = { ctx, tx, emit, tools }
    const { organizationId } = ctx.actor
    const { row, into, merge } = await loadUndoable(work, input)
    const snapshot = await tx.one<{
      snapshot: Snapshot
    }>(sql`SELECT snapshot FROM outcome_version WHERE organization_id = ${organizationId}::uuid
      AND outcome_id = ${into.id}::uuid AND version <= ${merge.before.version} ORDER BY version DESC LIMIT 1`)
    if (!snapshot) throw new DomainError('conflict')
    const since = merge.before.submittedAt === null ? null : new Date(merge.before.submittedAt)
    await tx.rows(moveEvidence(organizationId, into.id, row.id, merge.evidenceIds))
    const { weightsAre, isWithoutChannel } = merge.before
    const before = { ...draftBefore(draftOf(into), snapshot.snapshot), weightsAre, isWithoutChannel }
    const { version } = await replaceContent(work, { ...into, submittedAt: since }, before, 'undone')
    await tx.run(claimedSince(organizationId, into.id, since))
    await tx.run(leadTo(organizationId, row.id, null))
    const decision = await standAgain(work, row, merge)
    await applyDecisions(work, [decision])
    await tellAccounts(work, [row, into], [decision])
    emitOutcome(emit, { type: 'outcome.merge-undone', outcomeId: into.id, version, otherId: row.id })
    return presentDecided(work, [into.id, row.id])
  })
}

async function loadUndoable(work: Work, { id, version }: UndoMergeInput): Promise<Undoable> {
  const { ctx, tx } = work
  const { organizationId, personId } = ctx.actor
  const event = await tx.one<{
    byId: string | null
    at: Date
    payload: Undoable['merge']
  }>(sql`SELECT actor_person_id AS "byId", at, payload FROM event
    WHERE organization_id = ${organizationId}::uuid AND subject_kind = 'outcome' AND subject_id = ${id}::uuid AND type = 'outcome.merged'
    ORDER BY id DESC LIMIT 1`)
  const ids = [id, ...(event ? [event.payload.intoId] : [])]
  await tx.rows(lockOutcomes(organizationId, ids))
  const [row, into] = await loadFullOutcomes(tx, ctx.actor, ids)
  if (!row || !visibilityOf(ctx.actor, recordOf(row, await chainsFor(tx, ctx.actor, [row]))).isVisible) throw new DomainError('not-found')
  if (!event || !into || row.state !== 'merged' || row.version !== version) throw await stateChanged(tx, ctx.actor, [row])
  if (personId === null || event.byId !== personId) throw new DomainError('forbidden')
  if (ctx.now.getTime() >= undoUntil(event.at.getTime())) throw new DomainError('undo-lapsed')
  if (into.version !== event.payload.after) throw await stateChanged(tx, ctx.actor, [into])
  return { row, into, merge: event.payload }
}

/** What was verified enters the ledger again, as it had. */
async function standAgain(work: Work, row: OutcomeFullRow, merge: Undoable['merge']): Promise<Decision> {
  const { ctx, tx } = work
  const isVerified = merge.from === 'verified'
  const revision = row.revision + (isVerified ? 1 : 0)
  if (isVerified) {
    await refuseCountedDeal(work, { id: row.id, externalId: row.externalId, typeId: row.type?.id })
    const stood = (await listEntries(tx, ctx.actor, [row.id])).find((e) => e.revision === row.revision && e.reverses === null)
    const rung = row.importId === null ? 4 : 5
    const isImported = stood?.isImported ?? false
    const now = row.decidedAt ?? ctx.now
    appendVerified(work, row, { revision, rung, cause: 'undone', isImported, now, reportingMinor: minorOf(row) })
  }
  return {
    move: moveTo(row, merge.from, { revision, first_decider_id: row.firstDeciderId }),
    event: {
      type: 'outcome.merge-undone',
      outcomeId: row.id,
      version: row.version + 1,
      otherId: merge.intoId,
      from: 'merged',
      to: merge.from,
    },
  }
}

function draftBefore(now: OutcomeDraft, snapshot: Snapshot): OutcomeDraft {
  const { value, situation, action, result } = snapshot
  return {
    ...now,
    typeId: snapshot.type,
    title: snapshot.title,
    subject: snapshot.subject,
    occurredOn: snapshot.occurredOn,
    value: value && { amount: toDecimal(value), currency: value.currency, decimalMark: '.' },
    channels: snapshot.channels.map(({ channelId, accountId }) => ({ channelId, accountId })),
    contributors: snapshot.contributors.map(({ personId, role, weight }) => ({ personId, role, weight })),
    evidence: now.evidence.filter((e) => snapshot.evidence.some((kept) => kept.id === e.id)),
    story: { situation, action, result },
    skillId: snapshot.skill,
    objectiveId: snapshot.objective ?? null,
    programId: snapshot.program ?? null,
    firstTouchOn: snapshot.firstTouchOn,
    externalId: snapshot.externalId,
  }
}

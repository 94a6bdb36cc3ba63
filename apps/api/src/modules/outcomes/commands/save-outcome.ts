import type { Tx } from '@oeuvre/db/tenant'
import { DomainError, type Refusal } from '@oeuvre/domain/errors/domain-error'
import { changedFields } from '@oeuvre/domain/outcomes/history/rules'
import { canOf, mayLogFor, refusalOf } from '@oeuvre/domain/outcomes/policy'
import { checkDraft, checkSubmission, contributorsOf, moneyOf } from '@oeuvre/domain/outcomes/rules'
import type { OutcomeDraft, OutcomeState, SavedOutcome, SaveOutcomeInput } from '@oeuvre/domain/outcomes/schema'
import { type CommandContext, type Emit, mutate } from '../../../platform/mutate.ts'
import { emitOutcome } from '../events.ts'
import { recordOf, replacing, snapshotOf } from '../present.ts'
import { stateChanged } from '../queries/get-latest-change.ts'
import { chainsOfReach } from '../queries/load-chains.ts'
import { type DraftFacts, type Kept, loadFacts } from '../queries/load-facts.ts'
import { loadFullOutcomes, type OutcomeFullRow } from '../queries/load-outcomes.ts'
import { placeRefusals } from './place-refusals.ts'
import { type Content, contentOf } from './read-draft.ts'
import { refreshRungs } from './refresh-rungs.ts'
import { insertOutcome, insertParts, type Saved, updateOutcome } from './save-outcome.sql.ts'

type Intent = 'edit' | 'submit'

/** Keeps a draft as it stands, or changes what waits for review. The browser minted the id: the same saving twice is one. */
export function saveOutcome(ctx: CommandContext, input: SaveOutcomeInput): Promise<SavedOutcome> {
  return mutate(ctx, (tx, emit) => placeRefusals('outcome', () => storeOutcome({ ctx, tx, emit }, input, 'edit')))
}

/** Saves and sends for review in one step: three statements for a new outcome. */
export function logOutcome(ctx: CommandContext, input: SaveOutcomeInput): Promise<SavedOutcome> {
  return mutate(ctx, (tx, emit) => placeRefusals('outcome', () => storeOutcome({ ctx, tx, emit }, input, 'submit')))
}

type Work = { readonly ctx: CommandContext; readonly tx: Tx; readonly emit: Emit }

/** In a transaction that somebody else opened. */
export async function storeOutcome(work: Work, input: SaveOutcomeInput, intent: Intent): Promise<SavedOutcome> {
  const created = input.version === null ? await create(work, input.outcome, intent) : null
  return created ?? change(work, input, intent)
}

/** @throws DomainError every refusal at once, each beside its field */
function check(work: Work, draft: OutcomeDraft, facts: DraftFacts, to: OutcomeState): void {
  const named = contributorsOf(draft, facts.authorId).map((c) => ({ ...c, teamId: facts.teamNow.get(c.personId) ?? null }))
  const refusals: Refusal[] = to === 'draft' ? checkDraft(draft, facts) : checkSubmission(draft, facts)
  const outOfReach = refusals.length > 0 ? null : mayLogFor(work.ctx.actor, named)
  if (refusals.length > 0 || outOfReach) throw new DomainError(outOfReach ? [outOfReach] : refusals)
}

/** null: the id is taken, so this is no creation. */
async function create(work: Work, draft: OutcomeDraft, intent: Intent): Promise<SavedOutcome | null> {
  const { ctx, tx, emit } = work
  const authorId = ctx.actor.personId
  const to = intent === 'submit' ? 'submitted' : 'draft'
  const facts = await loadFacts(tx, ctx.actor, draft, authorId)
  check(work, draft, facts, to)
  const content = contentOf(draft, {
    facts,
    to,
    submittedAt: to === 'submitted' ? ctx.now : null,
    externalId: draft.externalId ?? null,
  })
  const version = to === 'draft' ? null : { snapshot: content.snapshot, actorKind: ctx.actor.kind, actorPersonId: authorId }
  const target = { organizationId: ctx.actor.organizationId, id: draft.id, now: ctx.now }
  const [saved] = await tx.prepared<Saved>(insertOutcome(target, content.columns, content.parts, authorId, version))
  if (!saved) return null
  refuseForeignEvidence(saved, content)
  if (to === 'draft') emitOutcome(emit, { type: 'outcome.drafted', outcomeId: draft.id, version: saved.version })
  else
    emitOutcome(emit, { type: 'outcome.submitted', outcomeId: draft.id, version: saved.version, from: 'draft', to, leadId: content.leadId })
  return answer(ctx, { id: draft.id, version: saved.version, state: to, authorId }, content)
}

/** An id of evidence that stands on another outcome: minted twice by mistake, or on purpose. */
export function refuseForeignEvidence(saved: Saved, content: Content): void {
  if (saved.shown !== content.parts.evidence.length) throw new DomainError({ code: 'conflict', field: 'evidence' })
}

export function keptBy(row: OutcomeFullRow): Kept {
  return {
    typeId: row.type?.id ?? null,
    objectiveId: row.objectiveId,
    programId: row.programId,
    channelIds: row.channels.map((c) => c.id),
    accountIds: row.channels.flatMap((c) => c.account?.id ?? []),
  }
}

/** For the event: which earlier version it brought back, if any. */
export function broughtBack(restores: number | undefined): { restored?: number } {
  return restores === undefined ? {} : { restored: restores }
}

async function change(work: Work, { outcome: draft, version, restores }: SaveOutcomeInput, intent: Intent): Promise<SavedOutcome> {
  const { ctx, tx, emit } = work
  const [row] = await loadFullOutcomes(tx, ctx.actor, [draft.id])
  if (!row) throw new DomainError('not-found')
  const facts = await loadFacts(tx, ctx.actor, draft, row.authorId, keptBy(row))
  const record = recordOf(row, chainsOfReach(ctx.actor))
  const to = intent === 'submit' ? 'submitted' : row.state
  const submittedAt = intent === 'submit' && row.state !== 'submitted' ? ctx.now : row.submittedAt
  // A deal of the CRM is known by its number: that one is not the form's to change.
  const externalId = row.importId ? row.externalId : (draft.externalId ?? null)
  const isMine = row.authorId !== null && row.authorId === ctx.actor.personId
  const content = contentOf(draft, {
    facts,
    to,
    submittedAt,
    externalId,
    isMatchedToCrm: row.importId !== null,
    isAgreed: row.isAgreed,
    revision: row.revision,
  })
  if (isMine && moneyOf(draft).refusals.length === 0 && isRepeated(row, content, version, to))
    return answer(ctx, { ...row, id: draft.id }, content)
  const refusal = refusalOf(ctx.actor, record, intent, ctx.now.getTime())
  if (refusal?.code === 'state-changed' || (!refusal && version !== row.version)) throw await stateChanged(tx, ctx.actor, [row])
  if (refusal) throw new DomainError(refusal)
  check(work, draft, facts, to)
  const target = { organizationId: ctx.actor.organizationId, id: draft.id, now: ctx.now }
  const evidenceIds = content.parts.evidence.map((e) => e.id)
  const updated = await tx.one<{ version: number }>(updateOutcome(target, content.columns, row, evidenceIds))
  if (!updated) throw await stateChanged(tx, ctx.actor, [row])
  const said = replacing(content.snapshot, row)
  const snapshot = to === 'draft' ? null : { snapshot: said, actorKind: ctx.actor.kind, actorPersonId: ctx.actor.personId }
  const saved = await tx.one<Saved>(insertParts(target, updated.version, content.parts, ctx.actor.personId, snapshot))
  if (saved) refuseForeignEvidence(saved, content)
  const fields = changedFields(snapshotOf(row), content.snapshot)
  if (to !== 'draft' && fields.includes('contributors')) await refreshRungs(tx, ctx.actor, [row.id])
  const base = { outcomeId: draft.id, version: updated.version, ...broughtBack(restores) }
  if (intent === 'submit')
    emitOutcome(emit, { ...base, type: 'outcome.submitted', from: row.state, to: 'submitted', leadId: content.leadId })
  else if (row.state !== 'draft') emitOutcome(emit, { ...base, type: 'outcome.edited', fields })
  return answer(ctx, { id: draft.id, version: updated.version, state: to, authorId: row.authorId }, content)
}

/**
 * The same sent twice: what stands is what was sent, where sending would have led, one version on. `null` (never saved) sent
 * again meets version 1.
 */
function isRepeated(row: OutcomeFullRow, content: Content, version: number | null, to: OutcomeState): boolean {
  if (row.state !== to || row.version !== (version ?? 0) + 1) return false
  return row.isWithoutChannel === content.columns.is_without_channel && changedFields(snapshotOf(row), content.snapshot).length === 0
}

function answer(
  ctx: CommandContext,
  saved: { id: string; version: number; state: OutcomeState; authorId: string | null },
  content: Content,
): SavedOutcome {
  const contributors = content.parts.contributors.map((c) => ({ ...c, teamId: content.teamNow.get(c.personId) ?? null }))
  const record = { ...saved, contributors, leadChain: [], decidedById: null, decidedAt: null, firstDeciderId: null }
  // The author is set aside from deciding, so the chain of managers has no say in what they may do.
  const can = canOf(ctx.actor, record, ctx.now.getTime())
  return { id: saved.id, version: saved.version, state: saved.state, savedAt: ctx.now.toISOString(), can }
}

import { DomainError, type Refusal } from '@oeuvre/domain/errors/domain-error'
import type { HistoryField } from '@oeuvre/domain/outcomes/history/rules'
import { isDecider, type OutcomeRecord, refusalOf } from '@oeuvre/domain/outcomes/policy'
import { needsSecondLook } from '@oeuvre/domain/outcomes/review/rules'
import type { AmendInput } from '@oeuvre/domain/outcomes/review/schema'
import { checkSubmission, contributorsOf, moneyOf } from '@oeuvre/domain/outcomes/rules'
import type { OutcomeDraft, SavedOutcome, TellStoryInput } from '@oeuvre/domain/outcomes/schema'
import type { z } from 'zod'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { listStanding } from '../../credits/queries/list-standing.ts'
import { emitOutcome } from '../events.ts'
import { presentSummary, recordOf } from '../present.ts'
import { stateChanged } from '../queries/get-latest-change.ts'
import { chainsFor, loadChains } from '../queries/load-chains.ts'
import { type DraftFacts, loadFacts } from '../queries/load-facts.ts'
import { loadFullOutcomes, loadOutcomes, type OutcomeFullRow } from '../queries/load-outcomes.ts'
import { appendOpposites, appendVerified } from './append-verified.ts'
import { keptConversion, minorOf } from './keep-conversion.ts'
import { insertNotes } from './move-outcomes.sql.ts'
import { inPlaceOf, type Work } from './move-outcomes.ts'
import { placeRefusals } from './place-refusals.ts'
import { refuseCountedDeal } from './refuse-counted.ts'
import { rewriteOutcome } from './rewrite-outcome.ts'
import { broughtBack, keptBy } from './save-outcome.ts'
import { draftOf } from './submit-outcomes.ts'

/** What an entry of the ledger is made of. */
const ledgerFields: readonly HistoryField[] = ['type', 'occurredOn', 'value', 'channels', 'contributors', 'skill', 'objective', 'program']

/**
 * A verified outcome said anew by a decider, or its credit split anew, after the contributors were asked. The ledger gets the opposite
 * of what stood and the new entries, where it is concerned at all.
 */
export function amendOutcome(ctx: CommandContext, input: AmendInput): Promise<SavedOutcome> {
  return mutate(ctx, async (tx, emit, tools) => {
    const work = { ctx, tx, emit, tools }
    const { row, record } = await loadVerified(work, { id: input.outcome.id, version: input.version }, 'amend')
    await placeRefusals('outcome', async () => {
      await amendVerified(work, { row, record }, input.outcome, input)
    })
    return answer(work, row.id)
  })
}

type Said = { readonly words: string; readonly restores?: number | undefined }

/** Who may was asked before; what it becomes is checked here. Nothing is written where nothing changes; whether something did. */
export async function amendVerified(work: Work, { row, record }: Loaded, draft: OutcomeDraft, said: Said): Promise<boolean> {
  const { ctx, tx, emit } = work
  const { words, restores } = said
  const facts = await loadFacts(tx, ctx.actor, draft, row.authorId, keptBy(row))
  await checkAmendment(work, draft, facts, { row, record })
  if (row.importId === null) await refuseCountedDeal(work, draft)
  const revisionOf = (changed: readonly HistoryField[]) => row.revision + (changed.some((field) => ledgerFields.includes(field)) ? 1 : 0)
  const { version, fields } = await rewriteOutcome(work, row, draft, facts, revisionOf)
  if (fields.length === 0) return false
  const revision = revisionOf(fields)
  const cause = fields.every((field) => field === 'contributors') ? 're-split' : 'amended'
  if (revision > row.revision) {
    const standing = await listStanding(tx, ctx.actor, [row.id])
    await appendOpposites(work, [row.id], cause)
    const [after] = await loadOutcomes(tx, ctx.actor, [row.id])
    if (!after) throw new DomainError('conflict')
    const rung = row.rung === 5 ? 5 : 4
    const isImported = standing[0]?.isImported ?? false
    appendVerified(work, after, { revision, rung, cause, isImported, now: row.decidedAt ?? ctx.now, reportingMinor: minorOf(after) })
  }
  const contributors = contributorsOf(draft, row.authorId).map(({ personId, role, weight }) => ({ personId, role, weight }))
  const id = emitOutcome(emit, {
    type: 'outcome.amended',
    outcomeId: row.id,
    version,
    revision: row.revision + 1,
    fields,
    cause,
    contributors,
    ...inPlaceOf(ctx, record),
    ...broughtBack(restores),
  })
  await tx.run(insertNotes(ctx.actor.organizationId, ctx.actor.personId, ctx.now, [{ id, outcome_id: row.id, reason_code: null, words }]))
  return true
}

/** What stays free after verification: telling it better, showing more of it. The ledger does not move. */
export function tellStory(ctx: CommandContext, input: z.infer<typeof TellStoryInput>): Promise<SavedOutcome> {
  return mutate(ctx, async (tx, emit, tools) => {
    const work = { ctx, tx, emit, tools }
    const { row } = await loadVerified(work, input, 'tellStory')
    const { title, story, evidence, restores } = input
    const draft = { ...draftOf(row), title, story, evidence }
    const facts = await loadFacts(tx, ctx.actor, draft, row.authorId, keptBy(row))
    const { version, fields } = await rewriteOutcome(work, row, draft, facts, () => row.revision)
    if (fields.length > 0) emitOutcome(emit, { type: 'outcome.story-told', outcomeId: row.id, version, fields, ...broughtBack(restores) })
    return answer(work, row.id)
  })
}

export type Loaded = { readonly row: OutcomeFullRow; readonly record: OutcomeRecord }

async function loadVerified({ ctx, tx }: Work, asked: { id: string; version: number }, action: 'amend' | 'tellStory'): Promise<Loaded> {
  const [row] = await loadFullOutcomes(tx, ctx.actor, [asked.id])
  if (!row) throw new DomainError('not-found')
  const record = recordOf(row, await chainsFor(tx, ctx.actor, [row]))
  const refusal = refusalOf(ctx.actor, record, action, ctx.now.getTime())
  if (refusal?.code === 'state-changed' || (!refusal && row.version !== asked.version)) throw await stateChanged(tx, ctx.actor, [row])
  if (refusal) throw new DomainError(refusal)
  return { row, record }
}

/**
 * Four eyes hold for what it becomes too: nobody writes themself into it, nobody moves it where they could not decide, and a value
 * that grows above the threshold needs another than the one who verified it.
 */
export async function checkAmendment(work: Work, draft: OutcomeDraft, facts: DraftFacts, { row, record }: Loaded): Promise<void> {
  const { actor } = work.ctx
  const refusals: Refusal[] = checkSubmission(draft, facts)
  if (refusals.length > 0) throw new DomainError(refusals)
  const contributors = contributorsOf(draft, row.authorId).map((c) => ({ ...c, teamId: facts.teamNow.get(c.personId) ?? null }))
  if (contributors.some((c) => c.personId === actor.personId)) throw new DomainError({ code: 'own-result', field: 'contributors' })
  const leadTeam = contributors.find((c) => c.role === 'lead')?.teamId ?? null
  const chains = await loadChains(work.tx, actor, [leadTeam])
  if (!isDecider(actor, { ...record, contributors, leadChain: chains(leadTeam) }))
    throw new DomainError({ code: 'contributor-out-of-reach', field: 'contributors' })
  const isAbove = (isPresent: boolean, reportingMinor: bigint | null) =>
    needsSecondLook({ isPresent, reportingMinor }, actor.settings.secondLookMinor)
  const { minor } = keptConversion(row, draft, facts.converted)
  if (
    isAbove(moneyOf(draft).value !== null, minor) &&
    !isAbove(row.valueMinor !== null, minorOf(row)) &&
    row.decidedById === actor.personId
  )
    throw new DomainError({ code: 'needs-another-decider', field: 'value.amount' })
}

export async function answer({ ctx, tx }: Pick<Work, 'ctx' | 'tx'>, id: string): Promise<SavedOutcome> {
  const [row] = await loadOutcomes(tx, ctx.actor, [id])
  if (!row) throw new DomainError('not-found')
  const { version, state, can } = presentSummary(row, ctx, recordOf(row, await chainsFor(tx, ctx.actor, [row])))
  return { id, version, state, savedAt: ctx.now.toISOString(), can }
}

import type { Tx } from '@oeuvre/db/tenant'
import { type CreditableOutcome, creditChannels, creditEntries, oppositeOf, type RecordedEntry } from '@oeuvre/domain/credits/rules'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OutcomeEvent } from '@oeuvre/domain/outcomes/events'
import type { HistoryField } from '@oeuvre/domain/outcomes/history/rules'
import { rungOf, sideOf } from '@oeuvre/domain/outcomes/rules'
import type { Converted } from '@oeuvre/domain/rates/rules'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { daysBetween } from '@oeuvre/domain/time/calendar'
import type { CommandContext, Emit, MutateTools } from '../../../platform/mutate.ts'
import { appendCredits } from '../../credits/commands/append-credits.ts'
import { listStanding } from '../../credits/queries/list-standing.ts'
import { loadConversions } from '../../rates/queries/load-conversions.ts'
import { emitOutcome } from '../events.ts'
import { replacing } from '../present.ts'
import { type ImportFacts, loadImportFacts, teamOn } from '../queries/load-import-facts.ts'
import {
  deleteParts,
  type ImportedParts,
  type ImportedRow,
  insertImported,
  insertImportedParts,
  updateImported,
} from './apply-imported-outcomes.sql.ts'
import { convertedColumns, sameConversion } from './keep-conversion.ts'
import { fieldsOf, isUnchanged, objectiveOf, type Plan, snapshotOfImported } from './plan-imported-outcomes.ts'

type Work = { readonly ctx: CommandContext; readonly tx: Tx; readonly emit: Emit; readonly tools: MutateTools }

/** A plan with what follows from it for the ledger. `standing`: what the ledger holds of it now. */
type Step = Plan & {
  readonly fields: readonly HistoryField[]
  readonly version: number
  readonly rung: ReturnType<typeof rungOf>
  readonly revision: number
  readonly standing: readonly RecordedEntry[]
  readonly isReplaced: boolean
  readonly converted: Converted
}

/** What an entry of the ledger is made of; the rest of an outcome may change without it. */
const ledgerFields: readonly HistoryField[] = ['type', 'occurredOn', 'value', 'channels', 'contributors', 'objective']

/** Writes plans: a few statements however many there are. @throws DomainError conflict when somebody changed one meanwhile */
export async function applyPlans(work: Work, plans: readonly Plan[]): Promise<void> {
  const steps = await stepsOf(
    work,
    plans.filter((plan) => !isUnchanged(plan)),
  )
  if (steps.length === 0) return
  const { ctx, tx, tools } = work
  const personIds = [...new Set(steps.flatMap((s) => s.next.contributors.map((c) => c.personId)))]
  const facts = await loadImportFacts(tx, ctx.actor, personIds)
  await writeRows(work, steps, facts)
  for (const step of steps) {
    if (step.standing.length > 0 && (step.isReplaced || step.to !== 'verified'))
      appendCredits(tools.ledger, oppositeOf(step.standing, step.cause))
    if (step.isReplaced) {
      const creditable = creditableOf(step, facts)
      appendCredits(tools.ledger, creditEntries(creditable, step.standing.length > 0 ? step.cause : 'verified'), creditChannels(creditable))
    }
    for (const event of eventsOf(step)) emitOutcome(work.emit, event)
  }
}

async function stepsOf({ ctx, tx }: Work, plans: readonly Plan[]): Promise<Step[]> {
  const inLedger = plans.flatMap(({ before }) => (before?.state === 'verified' ? [before.id] : []))
  const standing = Map.groupBy(await listStanding(tx, ctx.actor, inLedger), (entry) => entry.outcomeId)
  const valued = ({ next }: Plan) => ({ value: next.value, day: next.occurredOn })
  const conversions = await loadConversions(tx, ctx.actor, plans.map(valued))
  return plans.map((plan) => {
    const { before, to, importId } = plan
    const fields = fieldsOf(plan)
    const isAgreed = before?.isAgreed === true && !fields.includes('contributors')
    const isCorroborated = isAgreed || before?.isShownByClient === true
    const rung = rungOf({ state: to, isMatchedToCrm: importId !== null, hasEvidence: true, isCorroborated })
    const entries = standing.get(plan.id) ?? []
    const isSame = entries.length > 0 && before?.rung === rung && !fields.some((field) => ledgerFields.includes(field))
    const isReplaced = to === 'verified' && !isSame
    return {
      ...plan,
      fields,
      rung,
      isReplaced,
      standing: entries,
      converted: sameConversion(before, valued(plan)) ?? conversions(valued(plan)),
      version: (before?.version ?? 0) + 1,
      revision: (before?.revision ?? 0) + (isReplaced ? 1 : 0),
    }
  })
}

async function writeRows({ ctx, tx }: Work, steps: readonly Step[], facts: ImportFacts): Promise<void> {
  const batch = { organizationId: ctx.actor.organizationId, now: ctx.now, personId: ctx.actor.personId }
  const added = steps.filter((s) => s.before === null).map((s) => rowOf(ctx, s, facts))
  const changed = steps.filter((s) => s.before !== null).map((s) => rowOf(ctx, s, facts))
  if (added.length > 0 && (await tx.run(insertImported(batch, added))) !== added.length) throw new DomainError('conflict')
  if (changed.length > 0) {
    if ((await tx.run(updateImported(batch, changed))) !== changed.length) throw new DomainError('conflict')
    await tx.run(
      deleteParts(
        batch,
        changed.map((row) => row.id),
      ),
    )
  }
  await tx.run(insertImportedParts(batch, partsOf(steps)))
}

function rowOf({ actor, now }: CommandContext, step: Step, facts: ImportFacts): ImportedRow {
  const { before, next, to } = step
  const isDecidedNow = to === 'verified' && before?.state !== 'verified'
  const stays = to === before?.state
  return {
    id: step.id,
    version: before?.version ?? 0,
    state: to,
    type_id: next.typeId,
    title: next.title,
    subject: next.subject,
    subject_key: normalisedKey(next.subject),
    occurred_on: next.occurredOn,
    first_touch_on: next.firstTouchOn,
    value_minor: next.value?.minor ?? null,
    currency: next.value?.currency ?? null,
    digits: next.value?.digits ?? null,
    ...convertedColumns(step.converted),
    side: sideOf(next.channelIds.flatMap((id) => facts.channelKinds.get(id) ?? [])),
    rung: step.rung,
    story_situation: next.story.situation,
    story_action: next.story.action,
    story_result: next.story.result,
    objective_id: objectiveOf(next, before),
    external_id: next.externalId,
    import_id: step.importId,
    // Whoever runs the import and contributes has to answer for the result, so it is theirs to change or withdraw.
    author_id: before ? before.authorId : to === 'submitted' ? actor.personId : null,
    revision: step.revision,
    submitted_at: (to === 'submitted' && !stays ? now : before?.submittedAt)?.toISOString() ?? null,
    decided_at: (isDecidedNow ? now : stays ? before?.decidedAt : null)?.toISOString() ?? null,
    decided_by_id: (isDecidedNow ? actor.personId : stays ? before?.decidedById : null) ?? null,
  }
}

function partsOf(steps: readonly Step[]): ImportedParts {
  const snapshots = steps.map((step) => ({ step, snapshot: snapshotOfImported(step.next, step.before) }))
  return {
    contributors: steps.flatMap((s) => s.next.contributors.map((c, position) => ({ ...c, outcomeId: s.id, position }))),
    channels: snapshots.flatMap(({ step, snapshot }) => snapshot.channels.map((c) => ({ ...c, outcomeId: step.id }))),
    versions: snapshots.map(({ step, snapshot }) => ({
      outcomeId: step.id,
      version: step.version,
      snapshot: step.before ? replacing(snapshot, step.before) : snapshot,
    })),
  }
}

function creditableOf(step: Step, facts: ImportFacts): CreditableOutcome {
  const { next, before } = step
  const [stood] = step.standing
  return {
    id: step.id,
    revision: step.revision,
    occurredOn: next.occurredOn,
    typeId: next.typeId,
    valueKind: facts.valueKinds.get(next.typeId) ?? 'none',
    value: next.value,
    reportingMinor: step.converted.minor,
    side: sideOf(next.channelIds.flatMap((id) => facts.channelKinds.get(id) ?? [])),
    rung: step.rung === 5 ? 5 : 4,
    // What people verified stays theirs when the CRM changes it, with the time it took them.
    isImported: stood?.isImported ?? true,
    daysToVerify: stood?.daysToVerify ?? null,
    isPromiseKept: stood?.isPromiseKept ?? null,
    touchDays: next.firstTouchOn === null ? null : daysBetween(next.firstTouchOn, next.occurredOn),
    skillId: before?.skillId ?? null,
    programId: before?.programId ?? null,
    objectiveId: objectiveOf(next, before),
    contributors: next.contributors.map((c) => ({ ...c, teamId: teamOn(facts, c.personId, next.occurredOn) })),
    channelIds: next.channelIds,
  }
}

function eventsOf(step: Step): OutcomeEvent[] {
  const { before, to, next, revision, cause } = step
  const base = { outcomeId: step.id, version: step.version }
  const from = before?.state ?? 'draft'
  const shares = { contributors: next.contributors.map(({ personId, role, weight }) => ({ personId, role, weight })) }
  const why = cause === 'import-undone' ? 'import-undone' : 'crm'
  const reopened: OutcomeEvent[] =
    from === 'verified' && to !== 'verified'
      ? [{ ...base, type: 'outcome.reopened', from, to: 'submitted', revision: before?.revision ?? 0, cause: why }]
      : []
  if (from === to)
    return to === 'verified'
      ? [{ ...base, ...shares, type: 'outcome.amended', revision, fields: step.fields, cause: 'crm' }]
      : [{ ...base, type: 'outcome.edited', fields: step.fields }]
  if (to === 'withdrawn')
    return [...reopened, { ...base, type: 'outcome.withdrawn', from: reopened.length > 0 ? 'submitted' : from, to, cause: why }]
  if (to === 'verified') {
    const { occurredOn, typeId } = next
    return [{ ...base, ...shares, type: 'outcome.verified', from, to, revision, occurredOn, typeId, rung: step.rung, isSecondLook: false }]
  }
  const leadId = next.contributors.find((c) => c.role === 'lead')?.personId ?? ''
  return to === 'submitted' ? [...reopened, { ...base, type: 'outcome.submitted', from, to, leadId }] : reopened
}

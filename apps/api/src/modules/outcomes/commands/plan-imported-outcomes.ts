import { createHash } from 'node:crypto'
import type { ContributorRole, CreditCause } from '@oeuvre/domain/credits/schema'
import type { ToldUtm } from '@oeuvre/domain/links/utm/rules'
import type { Money } from '@oeuvre/domain/money/money'
import { changedFields, type HistoryField, type Snapshot } from '@oeuvre/domain/outcomes/history/rules'
import { isDecider } from '@oeuvre/domain/outcomes/policy'
import type { OutcomeState, Story } from '@oeuvre/domain/outcomes/schema'
import type { Day } from '@oeuvre/domain/time/day'
import type { CommandContext } from '../../../platform/mutate.ts'
import { moneyOfRow, snapshotOf } from '../present.ts'
import type { KnownRow } from '../queries/list-known-deals.ts'

/** A deal of the CRM, read, checked and resolved to ids of this organization. One per external id and call. */
export type ImportedOutcome = {
  /** Key in the CRM; by it the deal is known when it comes again. */
  readonly externalId: string
  readonly typeId: string
  readonly title: string
  readonly subject: string
  readonly occurredOn: Day
  readonly firstTouchOn: Day | null
  readonly value: Money | null
  readonly channelIds: readonly string[]
  /** One lead; weights as parts. */
  readonly contributors: readonly { readonly personId: string; readonly role: ContributorRole; readonly weight: number }[]
  readonly story: Story
  /** Of the tracked link that led to it. */
  readonly linkCode?: string | null | undefined
  /** Or the other values of one. */
  readonly utm?: ToldUtm | undefined
  /** undefined: nothing is said of it, and what there is stays. */
  readonly objectiveId?: string | null | undefined
}

/** An outcome as it was before an import changed it; plain JSON, kept with the row of the import. */
export type Overwritten = ImportedOutcome & { readonly state: OutcomeState; readonly importId: string | null }

/** What became of a deal, in the order given. `before`: to be given to `takeBackImported` on undo; null: there was nothing. */
export type RecordedOutcome = {
  readonly externalId: string
  readonly outcomeId: string
  readonly result: 'added' | 'updated' | 'unchanged'
  readonly state: OutcomeState
  readonly versionAfter: number
  readonly before: Overwritten | null
}

/** What was taken back, or why it was left: changed since by people or a later import, or not there any more. */
export type TakenBack = { readonly outcomeId: string; readonly result: 'withdrawn' | 'restored' | 'touched-since' | 'not-there' }

/** What shall become of one outcome: its content, its state, and why the ledger moves if it must. */
export type Plan = {
  readonly id: string
  readonly before: KnownRow | null
  readonly next: ImportedOutcome
  readonly to: OutcomeState
  readonly importId: string | null
  readonly cause: CreditCause
}

export function standsOrWaits({ state }: KnownRow): boolean {
  return state === 'verified' || state === 'submitted' || state === 'second-look' || state === 'changes-requested'
}

/** The same deal of the same organization has the same id for ever, so that the odd basis point falls to the same person. */
function idOf(organizationId: string, externalId: string): string {
  const hash = createHash('sha256').update(`${organizationId}:deal:${externalId}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

function contentOfRow(row: KnownRow): ImportedOutcome {
  return {
    externalId: row.externalId ?? '',
    typeId: row.type?.id ?? '',
    title: row.title,
    subject: row.subject,
    occurredOn: row.occurredOn ?? '',
    firstTouchOn: row.firstTouchOn,
    value: moneyOfRow(row),
    channelIds: row.channels.map((c) => c.id),
    contributors: row.contributors.map((c) => ({ personId: c.id, role: c.role, weight: c.weight })),
    story: { situation: row.storySituation, action: row.storyAction, result: row.storyResult },
    objectiveId: row.objectiveId,
  }
}

/** A plan that changes nothing. */
export function same(row: KnownRow): Plan & { before: KnownRow } {
  return { id: row.id, before: row, next: contentOfRow(row), to: row.state, importId: row.importId, cause: 'crm' }
}

export function planOf(ctx: CommandContext, deal: ImportedOutcome, before: KnownRow | null): Plan {
  const { actor } = ctx
  if (!before) {
    const id = idOf(actor.organizationId, deal.externalId)
    return { id, before: null, next: deal, to: arrivesIn(ctx, deal), importId: actor.importId, cause: 'verified' }
  }
  if (before.state === 'merged' || before.state === 'draft') return same(before)
  const kept = contentOfRow(before)
  const next = before.isChangedByPeople
    ? {
        ...deal,
        ...{ title: kept.title, story: kept.story, channelIds: kept.channelIds, contributors: kept.contributors },
        objectiveId: kept.objectiveId,
      }
    : deal
  const to = before.isWithdrawnByImport ? arrivesIn(ctx, next) : before.state
  const isJoined = before.importId === null
  return { id: before.id, before, next, to, importId: before.importId ?? actor.importId, cause: isJoined ? 'matched' : 'crm' }
}

/** Four eyes hold for imports too: whoever runs one does not decide on their own results. */
function arrivesIn({ actor }: CommandContext, deal: ImportedOutcome): 'verified' | 'submitted' {
  const contributors = deal.contributors.map((c) => ({ ...c, teamId: null }))
  const nothing = { leadChain: [], decidedById: null, decidedAt: null, firstDeciderId: null }
  return isDecider(actor, { ...nothing, state: 'submitted', authorId: null, contributors }) ? 'verified' : 'submitted'
}

export function objectiveOf({ objectiveId }: ImportedOutcome, before: KnownRow | null): string | null {
  return objectiveId === undefined ? (before?.objectiveId ?? null) : objectiveId
}

/** Evidence and skill are of people alone: an import leaves them as they are. */
export function snapshotOfImported(next: ImportedOutcome, before: KnownRow | null): Snapshot {
  const kept = before ? snapshotOf(before).channels : []
  const isKept = JSON.stringify(kept.map((c) => c.channelId)) === JSON.stringify(next.channelIds)
  return {
    type: next.typeId,
    title: next.title,
    subject: next.subject,
    occurredOn: next.occurredOn,
    value: next.value,
    channels: isKept ? kept : next.channelIds.map((channelId) => ({ channelId, accountId: null })),
    contributors: next.contributors,
    evidence: before ? snapshotOf(before).evidence : [],
    situation: next.story.situation,
    action: next.story.action,
    result: next.story.result,
    skill: before?.skillId ?? null,
    objective: objectiveOf(next, before),
    program: before?.programId ?? null,
    firstTouchOn: next.firstTouchOn,
    externalId: next.externalId,
  }
}

export function fieldsOf({ before, next }: Plan): HistoryField[] {
  return before ? changedFields(snapshotOf(before), snapshotOfImported(next, before)) : []
}

/** Whether nothing would change. */
export function isUnchanged(plan: Plan): boolean {
  const { before, to, importId } = plan
  return before !== null && before.state === to && before.importId === importId && fieldsOf(plan).length === 0
}

export function recordedOf(plan: Plan): RecordedOutcome {
  const { before, next, id, to } = plan
  const result = before === null ? 'added' : isUnchanged(plan) ? 'unchanged' : 'updated'
  return {
    externalId: next.externalId,
    outcomeId: id,
    result,
    state: to,
    versionAfter: before === null ? 1 : before.version + (result === 'updated' ? 1 : 0),
    before: before && result === 'updated' ? { ...contentOfRow(before), state: before.state, importId: before.importId } : null,
  }
}

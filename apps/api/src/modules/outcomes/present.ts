import { canSeeAccount } from '@oeuvre/domain/accounts/policy'
import { shares } from '@oeuvre/domain/credits/rules'
import { kindOf } from '@oeuvre/domain/files/rules'
import type { EvidenceVisits } from '@oeuvre/domain/links/evidence/schema'
import type { Money } from '@oeuvre/domain/money/money'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { Settled, Snapshot } from '@oeuvre/domain/outcomes/history/rules'
import { canOf, type OutcomeRecord, refusalOf, visibilityOf } from '@oeuvre/domain/outcomes/policy'
import { undoUntil } from '@oeuvre/domain/outcomes/review/rules'
import type { OutcomeDetail, OutcomeSummary, PersonRef } from '@oeuvre/domain/outcomes/schema'
import { type Chains, leadTeamOf } from './queries/load-chains.ts'
import type { AccountRow, ChannelRow, EvidenceRow, OutcomeFullRow, OutcomeRow, SummaryRow } from './queries/load-outcomes.ts'

/** A row as the policy sees it. */
export function recordOf(row: SummaryRow, chains: Chains): OutcomeRecord {
  return {
    state: row.state,
    authorId: row.authorId,
    contributors: row.contributors.map((c) => ({ personId: c.id, role: c.role, teamId: c.teamNow })),
    leadChain: chains(leadTeamOf(row)),
    decidedById: row.decidedById,
    decidedAt: row.decidedAt?.getTime() ?? null,
    isWrittenSince: row.state === 'changes-requested' && row.updatedAt.getTime() !== row.decidedAt?.getTime(),
    firstDeciderId: row.firstDeciderId,
    isInLedger: row.revision > 0,
  }
}

export function moneyOfRow(row: Pick<OutcomeRow, 'valueMinor' | 'currency' | 'digits'>): Money | null {
  const { valueMinor, currency, digits } = row
  return valueMinor === null || currency === null || digits === null ? null : { minor: valueMinor, currency, digits }
}

/** Withdrawn, a result keeps its platform without the handle, for the owner too. */
function isAccountShown(actor: Actor, account: AccountRow): boolean {
  return !account.isWithdrawn && canSeeAccount(actor, { ...account, withdrawnAt: null, erasedAt: null })
}

function presentChannel(actor: Actor, { account, ...channel }: ChannelRow): OutcomeSummary['channels'][number] {
  const handle = account && isAccountShown(actor, account) ? account.handle : null
  return { ...channel, account: account && handle !== null ? { id: account.id, handle } : null }
}

/** A link of somebody's account follows that account's visibility; whoever added it knows it anyway. */
function presentEvidence(actor: Actor, e: EvidenceRow, visits: EvidenceVisits | null): NonNullable<OutcomeDetail['evidence']>[number] {
  const isShown = e.account === null || e.addedBy?.id === actor.personId || isAccountShown(actor, e.account)
  return {
    id: e.id,
    address: isShown ? e.url : null,
    platform: e.platform,
    caption: e.label,
    file: e.file && { ...e.file, kind: kindOf(e.file.mediaType) },
    isFromClient: e.isFromClient,
    addedAt: new Date(e.addedAt).toISOString(),
    addedBy: e.addedBy,
    visits,
  }
}

function presentContributors(row: SummaryRow): OutcomeSummary['contributors'] {
  const weighted = row.contributors.map((c) => ({ personId: c.id, weight: c.weight }))
  const points = weighted.some((c) => c.weight > 0) ? shares(weighted, row.id) : new Map<string, number>()
  return row.contributors.map(({ teamNow: _, ...c }) => ({ ...c, basisPoints: points.get(c.id) ?? 0 }))
}

/** What this reader sees of an outcome in a list. The row must be one that they may see. */
export function presentSummary(row: SummaryRow, reader: { actor: Actor; now: Date }, record: OutcomeRecord): OutcomeSummary {
  const { isConfidentialShown } = visibilityOf(reader.actor, record)
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    title: row.title,
    type: row.type,
    occurredOn: row.occurredOn,
    isConfidentialShown,
    subject: isConfidentialShown ? row.subject : null,
    value: isConfidentialShown ? moneyOfRow(row) : null,
    side: row.side,
    rung: row.rung,
    isImported: row.importId !== null,
    channels: row.channels.map((channel) => presentChannel(reader.actor, channel)),
    contributors: presentContributors(row),
    createdAt: row.createdAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    can: canOf(reader.actor, record, reader.now.getTime()),
  }
}

function personRef(id: string | null, name: string | null): PersonRef | null {
  return id !== null && name !== null ? { id, name } : null
}

/** It waits, this reader may not decide, and the reason is worth saying. */
function whyNotMe(record: OutcomeRecord, { actor, now }: { actor: Actor; now: Date }): OutcomeDetail['whyNotMe'] {
  if (record.state !== 'submitted' && record.state !== 'second-look') return null
  const refusal = refusalOf(actor, record, record.state === 'submitted' ? 'verify' : 'confirm', now.getTime())
  return refusal && refusal.code !== 'forbidden' && refusal.code !== 'not-found' ? refusal.code : null
}

type Valued = Settled & { readonly currency: string | null; readonly ratesBy: OutcomeFullRow['ratesBy'] }

/** Only what was converted into the currency in which the organization reports now is one of its figures. null: nothing to convert. */
export function inReportingCurrency(valued: Valued, { settings }: Actor): OutcomeDetail['inReportingCurrency'] {
  const { conversion, reportingMinor, ratesBy } = valued
  if (valued.currency === null || valued.currency === settings.reportingCurrency) return null
  if (conversion?.currency !== settings.reportingCurrency || reportingMinor === null) return { value: null, rates: [] }
  const { currency, digits } = conversion
  const legs = [conversion.from, conversion.to].filter((leg) => leg !== null)
  return {
    value: { minor: reportingMinor, currency, digits },
    rates: legs.map(({ loadId, ...rate }) => ({ ...rate, by: rate.source === 'typed' ? (ratesBy?.[loadId] ?? null) : null })),
  }
}

/** What a new version says of the one that it replaces. */
export function replacing(snapshot: Snapshot, { reportingMinor, conversion }: Settled): Snapshot {
  return { ...snapshot, replaced: { reportingMinor, conversion } }
}

/** `waitsFor` only where it waits; `titles` of the objectives that this reader sees; what programs are called. */
type Told = {
  readonly waitsFor: OutcomeDetail['waitsFor']
  readonly titles: ReadonlyMap<string, string>
  readonly programs: ReadonlyMap<string, string>
  /** Of tracked links, by the id of the evidence; left out: not asked for. */
  readonly visits?: ReadonlyMap<string, EvidenceVisits>
}

/** `record` with the chain as it is. */
export function presentDetail(
  row: OutcomeFullRow,
  reader: { actor: Actor; now: Date },
  record: OutcomeRecord,
  { waitsFor, titles, programs, visits }: Told,
): OutcomeDetail {
  const { isConfidentialShown, isEvidenceShown, isHistoryShown, areWordsShown } = visibilityOf(reader.actor, record)
  const summary = presentSummary(row, reader, record)
  return {
    ...summary,
    author: personRef(row.authorId, row.authorName),
    story: { situation: row.storySituation, action: row.storyAction, result: row.storyResult },
    evidence: isEvidenceShown ? row.evidence.map((e) => presentEvidence(reader.actor, e, visits?.get(e.id) ?? null)) : null,
    isWithoutChannel: row.isWithoutChannel,
    weightsAre: row.weightsAre,
    skillId: row.skillId,
    objective: row.objectiveId === null ? null : { id: row.objectiveId, title: titles.get(row.objectiveId) ?? null },
    program: row.programId === null ? null : { id: row.programId, title: programs.get(row.programId) ?? '' },
    firstTouchOn: row.firstTouchOn,
    externalId: isConfidentialShown ? row.externalId : null,
    inReportingCurrency: isConfidentialShown ? inReportingCurrency(row, reader.actor) : null,
    waitsFor,
    whyNotMe: whyNotMe(record, reader),
    decidedBy: personRef(row.decidedById, row.decidedByName),
    isDecidedByImport: row.isDecidedByImport,
    undoUntil: summary.can.undo && row.decidedAt ? new Date(undoUntil(row.decidedAt.getTime())).toISOString() : null,
    isHistoryShown,
    areCommentsShown: areWordsShown,
    mergedIntoId: row.mergedIntoId,
  }
}

/** What the outcome says now, for the history and for telling whether two submissions are the same. */
export function snapshotOf(row: OutcomeFullRow): Snapshot {
  return {
    type: row.type?.id ?? null,
    title: row.title,
    subject: row.subject,
    occurredOn: row.occurredOn,
    value: moneyOfRow(row),
    channels: row.channels.map((c) => ({ channelId: c.id, accountId: c.account?.id ?? null })),
    contributors: row.contributors.map((c) => ({ personId: c.id, role: c.role, weight: c.weight })),
    evidence: row.evidence.map(({ id, url, label, file, isFromClient }) => ({
      ...(file ? { id, url, label, fileId: file.id } : { id, url, label }),
      ...(isFromClient ? { isFromClient } : {}),
    })),
    situation: row.storySituation,
    action: row.storyAction,
    result: row.storyResult,
    skill: row.skillId,
    objective: row.objectiveId,
    program: row.programId,
    firstTouchOn: row.firstTouchOn,
    externalId: row.externalId,
  }
}

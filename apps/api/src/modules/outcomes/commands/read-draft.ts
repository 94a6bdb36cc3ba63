import type { Snapshot } from '@oeuvre/domain/outcomes/history/rules'
import { contributorsOf, moneyOf, rungOf, sideOf } from '@oeuvre/domain/outcomes/rules'
import type { OutcomeDraft, OutcomeState } from '@oeuvre/domain/outcomes/schema'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { isBlank } from '@oeuvre/domain/text/storable'
import { type DraftFacts, recognised } from '../queries/load-facts.ts'
import { convertedColumns } from './keep-conversion.ts'
import type { OutcomeColumns, OutcomeParts } from './save-outcome.sql.ts'

/** A draft as it will stand in the tables. */
export type Content = {
  readonly columns: OutcomeColumns
  readonly parts: OutcomeParts
  readonly snapshot: Snapshot
  readonly leadId: string
  readonly teamNow: DraftFacts['teamNow']
}
export type Reading = {
  readonly facts: DraftFacts
  readonly to: OutcomeState
  readonly submittedAt: Date | null
  readonly externalId: string | null
  readonly isMatchedToCrm?: boolean
  /** Those named agree; left out: nobody was asked yet. */
  readonly isAgreed?: boolean
  /** Of the ledger; left out: never verified. */
  readonly revision?: number
}

/** What is not yet checked is taken as it stands: an unreadable value as none, an unknown channel as carrying nothing. */
export function contentOf(draft: OutcomeDraft, reading: Reading): Content {
  const { facts } = reading
  // A draft keeps what was typed; once it is sent, the author alone stands there by name.
  const contributors = reading.to === 'draft' ? draft.contributors : contributorsOf(draft, facts.authorId)
  const channels = draft.channels.map((c) => ({ channelId: c.channelId, accountId: c.accountId ?? null }))
  const shown = draft.evidence.map((e) => ({ ...e, label: e.label || (facts.fileNames.get(e.fileId ?? '') ?? '') }))
  const evidence = shown.map((e) => {
    if (e.fileId) return { ...e, url: null, platform: null, accountId: null }
    const link = recognised(e.url)
    const accountId = link?.accountKeys.flatMap((key) => facts.accountIdByKey.get(key) ?? [])[0] ?? null
    return { ...e, platform: link?.platform ?? null, accountId }
  })
  return {
    columns: columnsOf(draft, reading),
    parts: { contributors, channels, evidence },
    snapshot: snapshotOfDraft({ ...draft, evidence: shown }, reading, contributors),
    leadId: contributors.find((c) => c.role === 'lead')?.personId ?? '',
    teamNow: facts.teamNow,
  }
}

function columnsOf(
  draft: OutcomeDraft,
  { facts, to, submittedAt, externalId, isMatchedToCrm = false, isAgreed = false, revision = 0 }: Reading,
): OutcomeColumns {
  const { value } = moneyOf(draft)
  const hasEvidence = draft.evidence.length > 0 || !isBlank(externalId ?? '')
  const isCorroborated = isAgreed || draft.evidence.some((e) => e.isFromClient)
  return {
    state: to,
    type_id: draft.typeId ?? null,
    title: draft.title,
    subject: draft.subject,
    subject_key: normalisedKey(draft.subject),
    occurred_on: draft.occurredOn ?? null,
    first_touch_on: draft.firstTouchOn ?? null,
    value_minor: value?.minor ?? null,
    currency: value?.currency ?? null,
    digits: value?.digits ?? null,
    ...convertedColumns(facts.converted),
    side: sideOf(draft.channels.flatMap((c) => facts.channels.get(c.channelId)?.kind ?? [])),
    rung: rungOf({ state: to, isMatchedToCrm, hasEvidence, isCorroborated }),
    skill_id: draft.skillId ?? null,
    objective_id: draft.objectiveId ?? null,
    program_id: draft.programId ?? null,
    story_situation: draft.story.situation,
    story_action: draft.story.action,
    story_result: draft.story.result,
    external_id: externalId,
    is_without_channel: draft.isWithoutChannel,
    weights_are: draft.weightsAre,
    submitted_at: submittedAt?.toISOString() ?? null,
    revision,
  }
}

function snapshotOfDraft(
  draft: OutcomeDraft,
  { externalId }: Reading,
  contributors: OutcomeDraft['contributors'] | readonly OutcomeDraft['contributors'][number][],
): Snapshot {
  return {
    type: draft.typeId ?? null,
    title: draft.title,
    subject: draft.subject,
    occurredOn: draft.occurredOn ?? null,
    value: moneyOf(draft).value,
    channels: draft.channels.map((c) => ({ channelId: c.channelId, accountId: c.accountId ?? null })),
    contributors: contributors.map((c) => ({ personId: c.personId, role: c.role, weight: c.weight })),
    evidence: draft.evidence.map(({ id, url, label, fileId, isFromClient }) => ({
      ...(fileId ? { id, url: null, label, fileId } : { id, url, label }),
      ...(isFromClient ? { isFromClient } : {}),
    })),
    situation: draft.story.situation,
    action: draft.story.action,
    result: draft.story.result,
    skill: draft.skillId ?? null,
    objective: draft.objectiveId ?? null,
    program: draft.programId ?? null,
    firstTouchOn: draft.firstTouchOn ?? null,
    externalId,
  }
}

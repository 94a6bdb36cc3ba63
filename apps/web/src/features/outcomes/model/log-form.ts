import type { ContributorRole, ValueKind } from '@oeuvre/domain/credits/schema'
import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import { refusalsOfIssues } from '@oeuvre/domain/errors/refusals'
import type { FileKind, FileOutput } from '@oeuvre/domain/files/schema'
import type { DecimalMark } from '@oeuvre/domain/money/amounts'
import type { NamedObjective } from '@oeuvre/domain/objectives/schema'
import { moneyOf } from '@oeuvre/domain/outcomes/rules'
import { OutcomeDraft, type OutcomeDraftInput } from '@oeuvre/domain/outcomes/schema'
import type { ProgramRef } from '@oeuvre/domain/programs/schema'
import { isBlank } from '@oeuvre/domain/text/storable'

export type PersonOnForm = { readonly personId: string; readonly name: string; readonly role: ContributorRole; readonly weight: number }
export type ChannelOnForm = { readonly channelId: string; readonly accountId: string | null }
/** `address`: where this reader fetches it. */
export type FileOnForm = { readonly id: string; readonly kind: FileKind; readonly size: number; readonly address: string }
export type EvidenceOnForm = {
  readonly id: string
  readonly url: string
  readonly label: string
  readonly file?: FileOnForm | null
  readonly isFromClient?: boolean
}

/** What stands on the page, as it was typed: an amount that cannot be read yet is kept like any other text. */
export type LogForm = {
  readonly id: string
  readonly typeId: string | null
  readonly title: string
  readonly subject: string
  readonly occurredOn: string | null
  readonly firstTouchOn: string | null
  /** '': not known yet. */
  readonly amount: string
  readonly currency: string
  /** Of the language in which the amount was typed. */
  readonly decimalMark: DecimalMark
  readonly channels: readonly ChannelOnForm[]
  readonly isWithoutChannel: boolean
  /** Never empty; exactly one leads. */
  readonly people: readonly PersonOnForm[]
  readonly weightsAre: 'parts' | 'basis-points'
  readonly evidence: readonly EvidenceOnForm[]
  readonly story: { readonly situation: string; readonly action: string; readonly result: string }
  readonly skillId: string | null
  /** `title` null: it is named, and not shown to this reader. */
  readonly objective: NamedObjective | null
  readonly program: ProgramRef | null
  readonly externalId: string
}

export type NewForm = {
  readonly id: string
  readonly person: { readonly id: string; readonly name: string }
  readonly currency: string
  readonly decimalMark: DecimalMark
}

export function blankForm({ id, person, currency, decimalMark }: NewForm): LogForm {
  return {
    id,
    typeId: null,
    title: '',
    subject: '',
    occurredOn: null,
    firstTouchOn: null,
    amount: '',
    currency,
    decimalMark,
    channels: [],
    isWithoutChannel: false,
    people: [{ personId: person.id, name: person.name, role: 'lead', weight: 1 }],
    weightsAre: 'parts',
    evidence: [],
    story: { situation: '', action: '', result: '' },
    skillId: null,
    objective: null,
    program: null,
    externalId: '',
  }
}

/** A file that arrived becomes evidence; the same one twice is one. */
export function withFile(form: LogForm, file: FileOutput, { id, address }: { id: string; address: string }): LogForm {
  if (form.evidence.some((one) => one.file?.id === file.id)) return form
  const { name, kind, size } = file
  return { ...form, evidence: [...form.evidence, { id, url: '', label: name, file: { id: file.id, kind, size, address } }] }
}

/** What is sent. A type that carries no value has none: an amount typed before stays on the page only. */
export function draftOf(form: LogForm, valueKind: ValueKind | null): OutcomeDraftInput {
  const { id, typeId, title, subject, occurredOn, firstTouchOn, amount, currency, decimalMark } = form
  const { channels, isWithoutChannel, people, weightsAre, evidence, story, skillId, objective, program, externalId } = form
  return {
    id,
    typeId,
    title,
    subject,
    occurredOn,
    firstTouchOn,
    value: amount.trim() === '' || valueKind === 'none' ? null : { amount, currency, decimalMark },
    channels: channels.map(({ channelId, accountId }) => ({ channelId, accountId })),
    isWithoutChannel,
    contributors: people.map(({ personId, role, weight }) => ({ personId, role, weight })),
    weightsAre,
    evidence: evidence.map(({ id, url, label, file, isFromClient = false }) =>
      file ? { id, fileId: file.id, label, isFromClient } : { id, url, label, isFromClient },
    ),
    story,
    skillId,
    objectiveId: objective?.id ?? null,
    programId: program?.id ?? null,
    externalId: externalId.trim() === '' ? null : externalId,
  }
}

/** What cannot be kept on the server as it stands: too long, not storable, an amount that cannot be read. */
export function checkKeepable(draft: OutcomeDraftInput): Refusal[] {
  const parsed = OutcomeDraft.safeParse(draft)
  if (!parsed.success) return refusalsOfIssues(parsed.error.issues)
  return [...moneyOf(parsed.data).refusals]
}

/** The three questions that have to be answered before it can be sent. */
export function missingOf(form: Pick<LogForm, 'typeId' | 'subject' | 'occurredOn'>): ('typeId' | 'subject' | 'occurredOn')[] {
  return [
    ...(form.typeId ? [] : (['typeId'] as const)),
    ...(isBlank(form.subject) ? (['subject'] as const) : []),
    ...(form.occurredOn ? [] : (['occurredOn'] as const)),
  ]
}

/** All that is plainly in the way of sending; the server has the last word. */
export function checkSendable(form: LogForm, draft: OutcomeDraftInput): Refusal[] {
  return [...missingOf(form).map((field): Refusal => ({ code: 'required', field })), ...checkKeepable(draft)]
}

/** What goes with saying a verified outcome anew. */
export type Amendment = { readonly words: string; readonly wereAsked: boolean }

export function checkAmendment({ words, wereAsked }: Amendment): Refusal[] {
  return [
    ...(isBlank(words) ? ([{ code: 'words-required', field: 'words' }] as const) : []),
    ...(wereAsked ? [] : ([{ code: 'required', field: 'wereContributorsAsked' }] as const)),
  ]
}

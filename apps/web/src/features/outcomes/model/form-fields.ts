import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import { isMoney, toMoney } from '@oeuvre/domain/money/amounts'
import type { LogForm } from './log-form.ts'

/** The answers of the page, one by one: what is compared, merged and shown side by side. */
export const answers = [
  'title',
  'type',
  'subject',
  'occurredOn',
  'value',
  'channels',
  'people',
  'evidence',
  'situation',
  'action',
  'result',
  'skill',
  'objective',
  'program',
  'firstTouchOn',
  'externalId',
] as const
export type Answer = (typeof answers)[number]

/** What each answer says, so that two ways of writing the same compare equal: 64000 and 64,000. */
export function sayingsOf(form: LogForm): Readonly<Record<Answer, string>> {
  return {
    title: form.title,
    type: form.typeId ?? '',
    subject: form.subject,
    occurredOn: form.occurredOn ?? '',
    value: valueSaid(form),
    channels: JSON.stringify([form.isWithoutChannel, form.channels.map((c) => `${c.channelId} ${c.accountId ?? ''}`).sort()]),
    people: JSON.stringify([form.weightsAre, form.people.map((p) => [p.personId, p.role, p.weight])]),
    evidence: JSON.stringify(form.evidence.map((e) => [e.id, e.url, e.label, e.isFromClient ?? false])),
    situation: form.story.situation,
    action: form.story.action,
    result: form.story.result,
    skill: form.skillId ?? '',
    objective: form.objective?.id ?? '',
    program: form.program?.id ?? '',
    firstTouchOn: form.firstTouchOn ?? '',
    externalId: form.externalId,
  }
}

function valueSaid({ amount, currency, decimalMark }: LogForm): string {
  if (amount.trim() === '') return ''
  const money = toMoney({ amount, currency, decimalMark })
  return isMoney(money) ? `${money.minor} ${money.currency} ${money.digits}` : `${amount} ${currency}`
}

/** The answers in which two forms differ. */
export function differences(a: LogForm, b: LogForm): Answer[] {
  const [left, right] = [sayingsOf(a), sayingsOf(b)]
  return answers.filter((answer) => left[answer] !== right[answer])
}

export function isSame(a: LogForm, b: LogForm): boolean {
  return differences(a, b).length === 0
}

function partOf(form: LogForm, answer: Answer): Partial<LogForm> {
  switch (answer) {
    case 'type':
      return { typeId: form.typeId }
    case 'skill':
      return { skillId: form.skillId }
    case 'value':
      return { amount: form.amount, currency: form.currency, decimalMark: form.decimalMark }
    case 'channels':
      return { channels: form.channels, isWithoutChannel: form.isWithoutChannel }
    case 'people':
      return { people: form.people, weightsAre: form.weightsAre }
    case 'situation':
    case 'action':
    case 'result':
      return {}
    default:
      return { [answer]: form[answer] }
  }
}

/** `form` with the given answers of another. */
export function withAnswers(form: LogForm, other: LogForm, taken: readonly Answer[]): LogForm {
  const story = { ...form.story }
  for (const part of ['situation', 'action', 'result'] as const) if (taken.includes(part)) story[part] = other.story[part]
  return Object.assign({}, form, ...taken.map((answer) => partOf(other, answer)), { story })
}

const answerOfField: Readonly<Record<string, Answer>> = {
  typeId: 'type',
  skillId: 'skill',
  objectiveId: 'objective',
  programId: 'program',
  contributors: 'people',
  weightsAre: 'people',
  isWithoutChannel: 'channels',
}

/** Which answer a refused field belongs to; null: none that this page has. */
export function answerOf(field: string): Answer | null {
  const path = (field.startsWith('outcome.') ? field.slice('outcome.'.length) : field).split('.')
  const name = path[0] === 'story' ? path[1] : path[0]
  return answerOfField[name ?? ''] ?? answers.find((answer) => answer === name) ?? null
}

/** What can be kept although some of it cannot: the refused answers stay as they were saved. */
export function keepable(form: LogForm, saved: LogForm, refusals: readonly Refusal[]): LogForm {
  const refused = refusals.map((refusal) => (refusal.field ? answerOf(refusal.field) : null))
  return withAnswers(
    form,
    saved,
    refused.filter((answer) => answer !== null),
  )
}

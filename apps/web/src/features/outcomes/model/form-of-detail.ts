import type { DecimalMark } from '@oeuvre/domain/money/amounts'
import type { Money } from '@oeuvre/domain/money/money'
import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import { evidenceAddress } from '../embed/evidence-address.ts'
import type { Base } from './device-copies.ts'
import type { LogForm } from './log-form.ts'

/** How the reader writes amounts. */
export type AmountWriting = { readonly currency: string; readonly decimalMark: DecimalMark; readonly amount: (money: Money) => string }

function peopleOf({ contributors, author }: OutcomeDetail): LogForm['people'] {
  if (contributors.length === 0) return author ? [{ personId: author.id, name: author.name, role: 'lead', weight: 1 }] : []
  return contributors.map(({ id, name, role, weight }) => ({ personId: id, name, role, weight }))
}

/** A record as the form shows it. */
export function formOf(detail: OutcomeDetail, writing: AmountWriting): LogForm {
  return {
    id: detail.id,
    typeId: detail.type?.id ?? null,
    title: detail.title,
    subject: detail.subject ?? '',
    occurredOn: detail.occurredOn,
    firstTouchOn: detail.firstTouchOn,
    amount: detail.value ? writing.amount(detail.value) : '',
    currency: detail.value?.currency ?? writing.currency,
    decimalMark: writing.decimalMark,
    channels: detail.channels.map(({ id, account }) => ({ channelId: id, accountId: account?.id ?? null })),
    isWithoutChannel: detail.isWithoutChannel,
    people: peopleOf(detail),
    weightsAre: detail.weightsAre,
    evidence: (detail.evidence ?? []).map(({ id, address, caption, file, isFromClient }) =>
      file
        ? { id, url: '', label: caption, file: { ...file, address: evidenceAddress(detail.id, id) }, isFromClient }
        : { id, url: address ?? '', label: caption, isFromClient },
    ),
    story: detail.story,
    skillId: detail.skillId,
    objective: detail.objective,
    program: detail.program,
    externalId: detail.externalId ?? '',
  }
}

export function baseOf(detail: OutcomeDetail, writing: AmountWriting): Base {
  return { version: detail.version, state: detail.state, form: formOf(detail, writing) }
}
